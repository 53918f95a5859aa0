-- An issued order says, line by line, what its version in force says; one that was never issued has none in force; and at most one version is on its way.
select o.organization_id as organization, o.number as document, 'no version in force' as why
  from procurement.orders o
 where o.state in ('ISSUED', 'CLOSED')
   and not exists (select 1 from procurement.order_versions v where v.order_id = o.id and v.state = 'IN_FORCE' and v.version = o.version)
union all
select o.organization_id, o.number, 'a version in force before it was issued'
  from procurement.orders o
  join procurement.order_versions v on v.organization_id = o.organization_id and v.order_id = o.id and v.state in ('IN_FORCE', 'REPLACED')
 where o.issued_at is null
union all
select o.organization_id, o.number, 'its lines are not those of its version'
  from procurement.orders o
  join procurement.order_versions v on v.organization_id = o.organization_id and v.order_id = o.id and v.state = 'IN_FORCE'
  left join (select order_id, count(*) as lines, sum(net) as net, sum(quantity) as quantity from procurement.order_lines group by order_id) l on l.order_id = o.id
 where l.net is distinct from v.total
    or l.lines is distinct from jsonb_array_length(v.content -> 'lines')
    or l.quantity is distinct from (select sum((line ->> 'quantity')::numeric) from jsonb_array_elements(v.content -> 'lines') line)
union all
select o.organization_id, o.number, 'it is ' || o.state || ' and its first version ' || v.state
  from procurement.orders o
  join procurement.order_versions v on v.organization_id = o.organization_id and v.order_id = o.id and v.version = 1
 where o.state in ('DRAFT', 'IN_APPROVAL', 'REJECTED', 'APPROVED')
   and v.state <> case o.state when 'IN_APPROVAL' then 'SUBMITTED' else o.state end
