-- Every supplier invoice that is neither posted nor ended has exactly one running sign-off, in the tenant of its organization; what has ended has none.
with running as (
  select tenant_id_ as tenant, business_key_ as invoice, count(*) as processes
    from workflow.act_hi_procinst
   where proc_def_key_ = 'invoice-sign-off' and end_time_ is null
   group by tenant_id_, business_key_
)
select o.code as organization, i.document_number as invoice, i.state, coalesce(r.processes, 0) as processes
  from finance.supplier_invoices i
  join shared.organizations o on o.id = i.organization_id
  left join running r on r.tenant = o.code and r.invoice = i.document_number
 where i.state <> 'DUPLICATE' -- held; it may still be taken for a claim of its own
   and coalesce(r.processes, 0) <> case when i.state in ('RECEIVED', 'CODED') then 1 else 0 end
