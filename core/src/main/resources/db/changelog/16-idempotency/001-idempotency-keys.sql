--liquibase formatted sql

--changeset idempotency:001-idempotency-keys
--comment A command and its first result, written in one transaction: there is no state in between to recover from.
create table shared.idempotency_keys (
  username     text        not null,
  organization text        not null,
  key          text        not null,
  request_hash bytea       not null,
  status       smallint    not null,
  content_type text,
  location     text,
  body         bytea       not null,
  created_at   timestamptz not null,
  constraint pk_idempotency_keys primary key (username, organization, key),
  constraint ck_idempotency_keys__key check (char_length(key) between 1 and 200),
  constraint ck_idempotency_keys__status check (status between 200 and 399)
);
create index ix_idempotency_keys__created_at on shared.idempotency_keys (created_at);
--rollback drop table shared.idempotency_keys;
