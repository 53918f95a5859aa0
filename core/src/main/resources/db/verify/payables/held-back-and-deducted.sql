-- What a due item holds back is the sum of its open disputes, and no prepayment is deducted for more than it was.
select i.organization_id as organization, v.document_number as document, i.disputed_amount as stored, coalesce(d.amount, 0) as should_be, 'disputed amount' as why
  from finance.payable_items i
  join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id
  left join (select organization_id, invoice_id, sum(amount - credited_amount) as amount
               from finance.payable_disputes where closed_at is null group by 1, 2) d
    on d.organization_id = i.organization_id and d.invoice_id = i.invoice_id
 where i.disputed_amount <> coalesce(d.amount, 0)
union all
select p.organization_id, p.document_number, sum(d.amount), p.gross, 'deducted from a prepayment'
  from finance.prepayment_deductions d
  join finance.supplier_invoices p on p.organization_id = d.organization_id and p.id = d.prepayment_id
 group by p.organization_id, p.document_number, p.gross, p.prepayment, p.state
having sum(d.amount) > p.gross or not p.prepayment or p.state <> 'POSTED'
