-- What an order counts as invoiced is what posted invoices took of it; no receipt is taken for more than it brought; what was posted without a person had nothing to decide.
with taken as (
  select organization_id, order_line_id, sum(quantity) as quantity
    from finance.match_records group by organization_id, order_line_id
), counted as (
  select l.organization_id, m.invoice_id, sum(l.counted) as quantity
    from finance.invoice_matches m
    join finance.match_lines l on l.organization_id = m.organization_id and l.run_id = m.run_id
   where m.state = 'POSTED'
   group by l.organization_id, m.invoice_id
), recorded as (
  select organization_id, invoice_id, sum(quantity) as quantity
    from finance.match_records group by organization_id, invoice_id
), of_receipts as (
  select organization_id, receipt_line_id, sum(quantity) as quantity
    from finance.match_records where receipt_line_id is not null group by organization_id, receipt_line_id
)
select t.organization_id as organization, t.order_line_id as subject, t.quantity as stated, l.quantity_invoiced as should_be, 'invoiced of an order line' as why
  from taken t
  left join procurement.order_lines l on l.organization_id = t.organization_id and l.id = t.order_line_id
 where t.quantity is distinct from l.quantity_invoiced
union all
select c.organization_id, c.invoice_id, coalesce(r.quantity, 0), c.quantity, 'records of an invoice'
  from counted c
  left join recorded r on r.organization_id = c.organization_id and r.invoice_id = c.invoice_id
 where coalesce(r.quantity, 0) <> c.quantity
union all
select o.organization_id, o.receipt_line_id, o.quantity, l.quantity, 'taken of a receipt'
  from of_receipts o
  left join procurement.receipt_lines l on l.organization_id = o.organization_id and l.id = o.receipt_line_id
 where o.quantity > l.quantity or o.quantity < 0 or l.id is null
union all
select i.organization_id, i.id, null, null, 'posted by match without one'
  from finance.supplier_invoices i
  left join finance.invoice_matches m on m.organization_id = i.organization_id and m.invoice_id = i.id and m.state = 'POSTED'
  left join finance.match_runs r on r.organization_id = m.organization_id and r.id = m.run_id and r.outcome = 'MATCHED'
 where i.approval_basis = 'MATCH' and r.id is null
   and exists (select 1 from finance.match_runs x where x.organization_id = i.organization_id)
