-- What is left of every due item is its amount less its settlements, and the settlements of every journal stand in the books at just their amounts.
select i.organization_id as organization, v.document_number as document, i.open_amount, i.amount - coalesce(s.amount, 0) as should_be, 'open amount' as why
  from finance.payable_items i
  join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id
  left join (select organization_id, item_id, sum(amount) as amount, sum(base_amount) as base_amount
               from finance.payable_settlements group by 1, 2) s
    on s.organization_id = i.organization_id and s.item_id = i.id
 where i.open_amount <> i.amount - coalesce(s.amount, 0)
    or i.open_base_amount <> i.base_amount - coalesce(s.base_amount, 0)
union all
select s.organization_id, s.numbers, l.base_amount, s.base_amount, 'journal'
  from (select organization_id, journal_id, min(number) || ' to ' || max(number) as numbers, sum(amount) as amount, sum(base_amount) as base_amount
          from finance.payable_settlements group by 1, 2) s
  join finance.payables_accounts a on a.organization_id = s.organization_id
  left join lateral (
    select coalesce(sum(n.amount), 0) as amount, coalesce(sum(n.base_amount), 0) as base_amount
      from finance.journal_lines n
     where n.organization_id = s.organization_id and n.journal_id = s.journal_id and n.account = a.creditors_account) l on true
 where (l.amount, l.base_amount) is distinct from (s.amount, s.base_amount)
