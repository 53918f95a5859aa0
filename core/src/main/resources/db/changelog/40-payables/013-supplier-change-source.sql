--liquibase formatted sql

--changeset payables:013-supplier-change-source
--comment The document that asked for the change, such as the invoice with another IBAN; shown beside the question.
alter table finance.supplier_changes
  add column source_document_id uuid,
  add constraint fk_supplier_changes__source foreign key (organization_id, source_document_id) references shared.documents (organization_id, id);
--rollback alter table finance.supplier_changes drop constraint fk_supplier_changes__source, drop column source_document_id;
