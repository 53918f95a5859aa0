-- Nobody approved a version of an order that he prepared, changed, handed in or agreed with the supplier; what asked for more was approved, by a decision that is on record.
select v.organization_id as organization, o.number as document, v.version, 'approved by a maker' as why
  from procurement.order_versions v
  join procurement.orders o on o.organization_id = v.organization_id and o.id = v.order_id
 where v.approved_by in (v.prepared_by, v.changed_by, v.submitted_by, v.agreed_by)
    or v.approved_for in (v.prepared_by, v.changed_by, v.submitted_by, v.agreed_by)
union all
select v.organization_id, o.number, v.version, 'in force without approval'
  from procurement.order_versions v
  join procurement.orders o on o.organization_id = v.organization_id and o.id = v.order_id
 where v.in_force_at is not null
   and (v.approved_by is null and (v.version = 1 or v.increase is distinct from 0)
        or v.approved_by is not null
           and not exists (select 1 from shared.approval_requests r
                             join shared.approval_decisions d on d.organization_id = r.organization_id and d.request_id = r.id
                            where r.organization_id = v.organization_id and r.subject_type = 'purchase-order' and r.subject_id = v.id
                              and r.state = 'APPROVED' and d.decided_by = v.approved_by))
