--liquibase formatted sql

--changeset approvals:001-approval-requests
--comment What is asked, frozen: facts and their hash. The makers stand beside it so that a decision can be held against them by constraint.
create table shared.approval_requests (
  id              uuid          not null,
  organization_id uuid          not null,
  correlation     text          not null,
  subject_type    text          not null,
  subject_id      uuid          not null,
  reference       text          not null,
  title           text          not null,
  amount          numeric(19,4),
  currency        char(3),
  cost_centre     text,
  makers          text[]        not null,
  evidence        text,
  content_hash    char(64)      not null,
  facts           jsonb         not null,
  levels          jsonb         not null,
  state           text          not null,
  level           integer       not null,
  offered_up_to   integer       not null,
  previous_id     uuid,
  requested_at    timestamptz   not null,
  closed_at       timestamptz,
  constraint pk_approval_requests primary key (id),
  constraint uq_approval_requests__organization_id unique (organization_id, id),
  constraint uq_approval_requests__makers unique (organization_id, id, content_hash, makers),
  constraint uq_approval_requests__previous unique (previous_id),
  constraint fk_approval_requests__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_approval_requests__previous foreign key (organization_id, previous_id) references shared.approval_requests (organization_id, id),
  constraint ck_approval_requests__subject_type check (subject_type ~ '^[a-z-]+$'),
  constraint ck_approval_requests__amount check ((amount is null) = (currency is null) and amount >= 0),
  constraint ck_approval_requests__hash check (content_hash ~ '^[0-9a-f]{64}$'),
  constraint ck_approval_requests__state check (state in ('OPEN', 'APPROVED', 'REJECTED', 'SUPERSEDED')),
  constraint ck_approval_requests__level check (level >= 1 and offered_up_to >= level),
  constraint ck_approval_requests__closed check ((state = 'OPEN') = (closed_at is null))
);
-- one thing is asked once at a time, by whichever way it was asked
create unique index uq_approval_requests__open_correlation on shared.approval_requests (correlation) where state = 'OPEN';
create unique index uq_approval_requests__open_subject on shared.approval_requests (organization_id, subject_type, subject_id) where state = 'OPEN';
create index ix_approval_requests__subject on shared.approval_requests (organization_id, subject_type, subject_id, requested_at);
create index ix_approval_requests__correlation on shared.approval_requests (correlation, requested_at);
--rollback drop table shared.approval_requests;

--changeset approvals:001-approval-offers
--comment Who was asked at which level and why: by role and limit, in whose place. A log; who may decide is resolved anew when somebody does.
create table shared.approval_offers (
  organization_id uuid          not null,
  request_id      uuid          not null,
  level           integer       not null,
  username        text          not null,
  on_behalf_of    text,
  role            text          not null,
  limit_amount    numeric(19,4),
  limit_currency  char(3),
  offered_at      timestamptz   not null,
  constraint uq_approval_offers unique nulls not distinct (request_id, level, username, on_behalf_of),
  constraint fk_approval_offers__request foreign key (organization_id, request_id) references shared.approval_requests (organization_id, id),
  constraint ck_approval_offers__two_people check (on_behalf_of <> username),
  constraint ck_approval_offers__limit check ((limit_amount is null) = (limit_currency is null))
);
--rollback drop table shared.approval_offers;

--changeset approvals:001-approval-decisions
--comment Maker is not checker and nobody decides twice, in one's own name or by a substitute: by constraint, whatever door was used.
create table shared.approval_decisions (
  id              uuid        not null,
  organization_id uuid        not null,
  request_id      uuid        not null,
  level           integer     not null,
  role            text        not null,
  verdict         text        not null,
  decided_by      text        not null,
  on_behalf_of    text,
  reason          text,
  content_hash    char(64)    not null,
  makers          text[]      not null,
  decided_at      timestamptz not null,
  constraint pk_approval_decisions primary key (id),
  -- the hash and the makers cannot be other than the request's
  constraint fk_approval_decisions__request foreign key (organization_id, request_id, content_hash, makers)
    references shared.approval_requests (organization_id, id, content_hash, makers),
  constraint uq_approval_decisions__level unique (request_id, level),
  constraint uq_approval_decisions__person unique (request_id, decided_by),
  constraint ck_approval_decisions__verdict check (verdict in ('APPROVED', 'REJECTED')),
  constraint ck_approval_decisions__maker check (not decided_by = any (makers) and (on_behalf_of is null or not on_behalf_of = any (makers))),
  constraint ck_approval_decisions__two_people check (on_behalf_of <> decided_by),
  constraint ck_approval_decisions__reason check (verdict = 'APPROVED' or char_length(trim(reason)) >= 3)
);
create unique index uq_approval_decisions__principal on shared.approval_decisions (request_id, coalesce(on_behalf_of, decided_by));
--rollback drop table shared.approval_decisions;

--changeset approvals:001-approval-questions
create table shared.approval_questions (
  id              uuid        not null,
  organization_id uuid        not null,
  request_id      uuid        not null,
  level           integer     not null,
  asked_by        text        not null,
  question        text        not null,
  asked_at        timestamptz not null,
  answered_by     text,
  answer          text,
  answered_at     timestamptz,
  constraint pk_approval_questions primary key (id),
  constraint fk_approval_questions__request foreign key (organization_id, request_id) references shared.approval_requests (organization_id, id),
  constraint ck_approval_questions__answered check ((answered_by is null) = (answer is null) and (answered_by is null) = (answered_at is null))
);
create unique index uq_approval_questions__open on shared.approval_questions (request_id) where answered_at is null;
--rollback drop table shared.approval_questions;

--changeset approvals:001-immutable splitStatements:false
--comment A decision is never changed or deleted, nor is what was decided on.
create function shared.refuse_approval_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: what was decided stands', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger approval_decisions_immutable before update or delete or truncate on shared.approval_decisions
  for each statement execute function shared.refuse_approval_change();
create trigger approval_requests_frozen before update of organization_id, subject_type, subject_id, amount, currency, makers, content_hash, facts on shared.approval_requests
  for each statement execute function shared.refuse_approval_change();
--rollback drop trigger approval_requests_frozen on shared.approval_requests;
--rollback drop trigger approval_decisions_immutable on shared.approval_decisions;
--rollback drop function shared.refuse_approval_change();
