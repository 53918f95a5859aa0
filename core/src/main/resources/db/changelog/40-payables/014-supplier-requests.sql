--liquibase formatted sql

--changeset payables:014-supplier-requests
--comment What somebody wrote into the start form, until the process takes it: encrypted, since it holds bank accounts, and gone with the taking. No process variable ever holds a number.
create table finance.supplier_requests (
  id              uuid        not null,
  organization_id uuid        not null,
  content_cipher  text        not null,
  made_by         text        not null,
  made_at         timestamptz not null,
  constraint pk_supplier_requests primary key (id),
  constraint fk_supplier_requests__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_supplier_requests__content_cipher check (content_cipher like 'e1:%')
);
create index ix_supplier_requests__made_by on finance.supplier_requests (organization_id, made_by, made_at);
--rollback drop table finance.supplier_requests;
