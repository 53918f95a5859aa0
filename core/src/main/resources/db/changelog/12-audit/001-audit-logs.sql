--liquibase formatted sql

--changeset audit:001-audit-logs
--comment Written in the transaction of what it tells; monthly partitions are made ahead by the application.
--comment No foreign key: attaching a partition would lock organizations, and an entry must never be refused.
create table shared.audit_logs (
  id              uuid        not null,
  occurred_at     timestamptz not null,
  organization_id uuid,
  username        text        not null,
  on_behalf_of    text,
  action          text        not null,
  resource        text        not null,
  resource_id     text        not null,
  old_values      jsonb,
  new_values      jsonb,
  address         text,
  agent           text,
  seal            bigint,
  constraint pk_audit_logs primary key (occurred_at, id),
  constraint ck_audit_logs__action check (char_length(action) between 1 and 100),
  constraint ck_audit_logs__resource check (char_length(resource) between 1 and 100)
) partition by range (occurred_at);
create index ix_audit_logs__resource on shared.audit_logs (resource, resource_id, occurred_at);
create index ix_audit_logs__organization on shared.audit_logs (organization_id, occurred_at);
create index ix_audit_logs__unsealed on shared.audit_logs (occurred_at, id) where seal is null;
--rollback drop table shared.audit_logs;

--changeset audit:001-audit-seals
--comment Each seal hashes a block of rows and the seal before it, so that no row can change or vanish unseen.
create table shared.audit_seals (
  number       bigint      not null,
  sealed_at    timestamptz not null,
  row_count    integer     not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  content_hash bytea       not null,
  chain_hash   bytea       not null,
  constraint pk_audit_seals primary key (number),
  constraint ck_audit_seals__number check (number > 0),
  constraint ck_audit_seals__row_count check (row_count > 0)
);
--rollback drop table shared.audit_seals;

--changeset audit:001-audit-row-hash splitStatements:false
--comment The canonical form of a row: what was said, without the seal put on it later.
create function shared.audit_row_hash(log shared.audit_logs) returns bytea
language sql stable parallel safe as $$
  select sha256(convert_to(jsonb_build_array(
    log.id,
    to_char(log.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    log.organization_id, log.username, log.on_behalf_of, log.action, log.resource, log.resource_id,
    log.old_values, log.new_values, log.address, log.agent)::text, 'UTF8'))
$$;
--rollback drop function shared.audit_row_hash(shared.audit_logs);

--changeset audit:001-audit-immutable splitStatements:false
--comment An entry is never changed or deleted; sealing may set the seal once.
create function shared.refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seal is null and new.seal is not null
     and shared.audit_row_hash(old) = shared.audit_row_hash(new) then
    return new;
  end if;
  raise exception 'audit entry % is immutable', old.id using errcode = 'restrict_violation';
end $$;
--rollback drop function shared.refuse_audit_change();

--changeset audit:001-audit-triggers splitStatements:false
create function shared.refuse_audit_removal() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: audit is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_logs_immutable before update or delete on shared.audit_logs
  for each row execute function shared.refuse_audit_change();
create trigger audit_logs_no_truncate before truncate on shared.audit_logs
  for each statement execute function shared.refuse_audit_removal();
create trigger audit_seals_immutable before update or delete or truncate on shared.audit_seals
  for each statement execute function shared.refuse_audit_removal();
--rollback drop trigger audit_seals_immutable on shared.audit_seals;
--rollback drop trigger audit_logs_no_truncate on shared.audit_logs;
--rollback drop trigger audit_logs_immutable on shared.audit_logs;
--rollback drop function shared.refuse_audit_removal();
