--liquibase formatted sql

--changeset payables:052-numbers
--comment Numbers of invoices by which a statement's many entries are looked up at once: only what matching needs, so that no supplier is read for it.
create view finance.payable_number_v with (security_invoker = true) as
  select i.organization_id, i.id as item_id, i.supplier_id, v.normalized_number, i.open_amount, i.currency
    from finance.supplier_invoices v
    join finance.payable_items i on i.organization_id = v.organization_id and i.invoice_id = v.id
   where v.state = 'POSTED';
--rollback drop view finance.payable_number_v;
