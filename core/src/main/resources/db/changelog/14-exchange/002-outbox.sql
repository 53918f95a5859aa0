--liquibase formatted sql

--changeset exchange:002-outbox-documents
--comment What leaves the database. The row commits with what it tells of; a carrier delivers it at least once afterwards, under a name nobody else has.
create table shared.outbox_documents (
  id              uuid        constraint pk_outbox_documents primary key,
  organization_id uuid        not null constraint fk_outbox_documents__organization references shared.organizations (id),
  channel         text        not null constraint ck_outbox_documents__channel check (channel ~ '^[a-z][a-z0-9-]{0,62}$'),
  name            text        not null constraint ck_outbox_documents__name check (length(name) between 1 and 200),
  document_id     uuid        not null,
  sent_at         timestamptz not null,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz,
  delivered_at    timestamptz,
  last_error      text,
  constraint uq_outbox_documents__organization unique (organization_id, id),
  constraint uq_outbox_documents__name unique (organization_id, channel, name),
  constraint fk_outbox_documents__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  constraint ck_outbox_documents__next_attempt check ((next_attempt_at is null) = (delivered_at is not null))
);
create index ix_outbox_documents__due on shared.outbox_documents (next_attempt_at) where delivered_at is null;
--rollback drop table shared.outbox_documents;
