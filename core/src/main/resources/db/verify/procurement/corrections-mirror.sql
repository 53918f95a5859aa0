-- Every correction undoes exactly what it corrects: same order, same kind, each line with the other sign; and whoever decided about a held delivery did not record it.
select c.organization_id as organization, c.number as correction, w.number as corrected, 'another order or kind' as why
  from procurement.receipts c
  join procurement.receipts w on w.organization_id = c.organization_id and w.id = c.corrects_id
 where c.order_id <> w.order_id or c.kind <> w.kind or w.corrects_id is not null or w.state <> 'RECORDED'
union all
select organization_id, min(number), max(number), 'quantities differ'
  from (select c.organization_id, c.id, c.number, l.order_line_id, l.quantity
          from procurement.receipts c
          join procurement.receipt_lines l on l.organization_id = c.organization_id and l.receipt_id = c.id
         where c.corrects_id is not null
        union all
        select c.organization_id, c.id, c.number, l.order_line_id, l.quantity
          from procurement.receipts c
          join procurement.receipt_lines l on l.organization_id = c.organization_id and l.receipt_id = c.corrects_id
         where c.corrects_id is not null) both_sides
 group by organization_id, id, order_line_id
having sum(quantity) <> 0
union all
select organization_id, number, null, 'decided by who recorded it'
  from procurement.receipts
 where decided_by = recorded_by
