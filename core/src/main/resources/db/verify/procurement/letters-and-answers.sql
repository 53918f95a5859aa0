-- A letter tells of a version the order has or had, and an answer that rejects an order was settled by somebody or waits for it.
select l.organization_id as organization, o.number as "order", 'told of a version that never was in force' as why
  from procurement.order_letters l
  join procurement.orders o on o.organization_id = l.organization_id and o.id = l.order_id
 where l.version > o.version or o.state in ('DRAFT', 'IN_APPROVAL', 'REJECTED', 'APPROVED')
union all
select r.organization_id, o.number, 'answer ' || r.response_number || ' rejects it and was only noted'
  from procurement.order_responses r
  join procurement.orders o on o.organization_id = r.organization_id and o.id = r.order_id
 where r.answer = 'REJECTED' and r.state = 'NOTED'
