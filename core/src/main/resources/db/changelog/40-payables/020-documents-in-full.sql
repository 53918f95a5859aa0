--liquibase formatted sql

--changeset payables:020-documents-in-full
--comment What matching needs of a document: the seller's item number of a line (BT-155), and whether it asks for money ahead (UNTDID 1001 code 386). A line that was ordered for a project is booked to it.
alter table finance.supplier_invoice_lines add column seller_item text;
alter table finance.supplier_invoices add column prepayment boolean not null default false;
alter table finance.supplier_invoice_codings add column project text;
--rollback alter table finance.supplier_invoice_codings drop column project;
--rollback alter table finance.supplier_invoices drop column prepayment;
--rollback alter table finance.supplier_invoice_lines drop column seller_item;

--changeset payables:020-approval-basis
--comment Why a claim could be posted: a second person approved it, or it is to the last line what was ordered by approval and received (MATCH). Only the second needs nobody, and only the product itself may have coded it then.
alter table finance.supplier_invoices
  add column approval_basis text,
  drop constraint ck_supplier_invoices__posted,
  add constraint ck_supplier_invoices__posted check (
    (state = 'POSTED') = (journal_id is not null)
    and (state = 'POSTED') = (approved_at is not null)
    and (approved_at is null) = (content_hash is null)
    and (approved_by is not null) = (state = 'POSTED' and approval_basis is null)),
  add constraint ck_supplier_invoices__approval_basis check (
    approval_basis is null or (approval_basis = 'MATCH' and state = 'POSTED' and coded_by like 'system:%'));
--rollback alter table finance.supplier_invoices drop constraint ck_supplier_invoices__approval_basis, drop constraint ck_supplier_invoices__posted, drop column approval_basis;
--rollback alter table finance.supplier_invoices add constraint ck_supplier_invoices__posted check ((state = 'POSTED') = (journal_id is not null) and (state = 'POSTED') = (approved_by is not null) and (approved_by is null) = (approved_at is null) and (approved_by is null) = (content_hash is null));
