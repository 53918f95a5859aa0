-- A supplier somebody blocked is blocked; one that was let go was so by the change a second person agreed to.
select b.organization_id as organization, s.number as supplier, s.state, 'is blocked and is not' as why
  from finance.supplier_blocks b
  join finance.suppliers s on s.organization_id = b.organization_id and s.id = b.supplier_id
 where b.lifted_at is null and s.state <> 'BLOCKED'
union all
select b.organization_id, s.number, c.state, 'was let go without a second person'
  from finance.supplier_blocks b
  join finance.suppliers s on s.organization_id = b.organization_id and s.id = b.supplier_id
  left join finance.supplier_changes c on c.organization_id = b.organization_id and c.id = b.change_id
 where b.lifted_at is not null
   and (c.id is null or c.kind <> 'UNBLOCK' or c.state <> 'VERIFIED' or c.decided_by <> b.lifted_by)
