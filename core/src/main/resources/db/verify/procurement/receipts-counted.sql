-- What is counted on every order line as received and returned is the sum of its receipts and returns, in the same organization and of the same order.
select l.organization_id as organization, o.number as "order", l.position, l.quantity_received, l.quantity_returned,
       coalesce(r.received, 0) as should_be_received, coalesce(r.returned, 0) as should_be_returned
  from procurement.order_lines l
  join procurement.orders o on o.organization_id = l.organization_id and o.id = l.order_id
  left join (select rl.organization_id, r.order_id, rl.order_line_id,
                    sum(rl.quantity) filter (where r.kind = 'RECEIPT') as received,
                    sum(rl.quantity) filter (where r.kind = 'RETURN') as returned
               from procurement.receipt_lines rl
               join procurement.receipts r on r.organization_id = rl.organization_id and r.id = rl.receipt_id
              where r.state = 'RECORDED'
              group by 1, 2, 3) r
    on r.organization_id = l.organization_id and r.order_line_id = l.id and r.order_id = l.order_id
 where l.quantity_received <> coalesce(r.received, 0) or l.quantity_returned <> coalesce(r.returned, 0)
union all
select rl.organization_id, r.number, null, rl.quantity, null, null, null
  from procurement.receipt_lines rl
  join procurement.receipts r on r.organization_id = rl.organization_id and r.id = rl.receipt_id
  join procurement.order_lines l on l.organization_id = rl.organization_id and l.id = rl.order_line_id
 where l.order_id <> r.order_id
