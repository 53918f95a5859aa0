--liquibase formatted sql

--changeset payables:050-references
--comment Banks' statements name invoices by the supplier's number; whoever matches looks them up by it.
create index ix_supplier_invoices__normalized on finance.supplier_invoices (organization_id, normalized_number) where state = 'POSTED';
create view finance.payable_reference_v with (security_invoker = true) as
  select i.organization_id, i.id as item_id, i.supplier_id, s.name as supplier_name, v.normalized_number, v.number as supplier_invoice_number, v.document_number,
         i.open_amount, i.currency, i.due_on
    from finance.supplier_invoices v
    join finance.payable_items i on i.organization_id = v.organization_id and i.invoice_id = v.id
    join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id
   where v.state = 'POSTED';
create view finance.supplier_account_key_v with (security_invoker = true) as
  select a.id, a.organization_id, a.supplier_id, a.number_print as account_key
    from finance.supplier_accounts a
   where a.state = 'VERIFIED';
--rollback drop view finance.supplier_account_key_v;
--rollback drop view finance.payable_reference_v;
--rollback drop index finance.ix_supplier_invoices__normalized;
