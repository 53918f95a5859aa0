--liquibase formatted sql

--changeset payables:024-supplier-view
--comment Whom invoices are from, for those who only name them.
create view finance.supplier_v with (security_invoker = true) as
select s.id as supplier_id, s.organization_id, s.number, s.name, s.state from finance.suppliers s where s.deleted_at is null;
--rollback drop view finance.supplier_v;
