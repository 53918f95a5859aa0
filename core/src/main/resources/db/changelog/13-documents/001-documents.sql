--liquibase formatted sql

--changeset documents:001-documents
--comment One row per file in or out. The bytes lie in the content store under their SHA-256; rows may share them.
create table shared.documents (
  id              uuid        constraint pk_documents primary key,
  organization_id uuid        not null constraint fk_documents__organization references shared.organizations (id),
  sha256          char(64)    not null constraint ck_documents__sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  name            text        not null constraint ck_documents__name check (length(name) <= 255),
  media_type      text        not null,
  size            bigint      not null constraint ck_documents__size check (size >= 0),
  created_at      timestamptz not null,
  constraint uq_documents__organization unique (organization_id, id)
);
create index ix_documents__content on shared.documents (organization_id, sha256);
--rollback drop table shared.documents;
