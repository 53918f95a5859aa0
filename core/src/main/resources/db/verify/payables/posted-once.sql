-- Every posted supplier invoice has its journal in the same organization, each journal belongs to one invoice only, and whoever coded it did not approve it.
select i.organization_id as organization, i.document_number as invoice, i.journal_id as journal, 'no such journal' as why
  from finance.supplier_invoices i
  left join finance.journals j on j.organization_id = i.organization_id and j.id = i.journal_id
 where i.state = 'POSTED' and j.id is null
union all
select organization_id, string_agg(document_number, ', '), journal_id, 'one journal for several invoices'
  from finance.supplier_invoices
 where journal_id is not null
 group by organization_id, journal_id
having count(*) > 1
union all
select organization_id, document_number, journal_id, 'approved by who coded it'
  from finance.supplier_invoices
 where approved_by = coded_by
union all
select organization_id, document_number, journal_id, 'posted without approval by somebody else than the product'
  from finance.supplier_invoices
 where state = 'POSTED' and approved_by is null and (approval_basis is distinct from 'MATCH' or coded_by not like 'system:%')
