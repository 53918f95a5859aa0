--liquibase formatted sql

--changeset payables:051-open-items-of-suppliers
--comment What a supplier is owed is looked up by whoever knows its bank account only.
create index ix_payable_items__supplier on finance.payable_items (organization_id, supplier_id) where open_amount <> 0;
--rollback drop index finance.ix_payable_items__supplier;
