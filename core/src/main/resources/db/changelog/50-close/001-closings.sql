--liquibase formatted sql

--changeset close:001-closings
--comment One row per attempt to close a month. The second person is another one by constraint; at most one attempt is under way.
create table finance.closings (
  id              uuid        not null,
  organization_id uuid        not null,
  period          date        not null,
  sequence        int         not null,
  number          text        not null,
  state           text        not null,
  prepared_by     text        not null,
  prepared_for    text,
  started_at      timestamptz not null,
  submitted_by    text,
  submitted_at    timestamptz,
  figures_hash    char(64),
  workbook_id     uuid,
  approved_by     text,
  approved_for    text,
  approved_at     timestamptz,
  closed_at       timestamptz,
  ended_at        timestamptz,
  remark          text,
  version         int         not null default 0,
  constraint pk_closings primary key (id),
  constraint uq_closings__organization_id unique (organization_id, id),
  constraint uq_closings__sequence unique (organization_id, period, sequence),
  constraint uq_closings__number unique (organization_id, number),
  constraint fk_closings__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_closings__period foreign key (organization_id, period) references finance.periods (organization_id, period),
  constraint ck_closings__state check (state in ('CHECKING', 'IN_REVIEW', 'APPROVED', 'CLOSED', 'WITHDRAWN')),
  constraint ck_closings__review check (state not in ('IN_REVIEW', 'APPROVED', 'CLOSED')
    or (figures_hash is not null and workbook_id is not null and submitted_by is not null and submitted_at is not null)),
  constraint ck_closings__approval check (state not in ('APPROVED', 'CLOSED')
    or (approved_by is not null and approved_at is not null)),
  constraint ck_closings__checker_is_not_maker check (approved_by is null
    or (approved_by <> prepared_by and approved_by <> submitted_by
        and approved_by is distinct from prepared_for
        and (approved_for is null
             or (approved_for <> prepared_by and approved_for <> submitted_by
                 and approved_for is distinct from prepared_for)))),
  constraint ck_closings__end check ((state in ('CLOSED', 'WITHDRAWN')) = (ended_at is not null)),
  constraint ck_closings__closed check (state <> 'CLOSED' or closed_at is not null)
);
create unique index uq_closings__under_way on finance.closings (organization_id, period)
  where state not in ('CLOSED', 'WITHDRAWN');
comment on column finance.closings.figures_hash is 'hash of the trial balance that was submitted; nothing else is closed';
--rollback drop table finance.closings;

--changeset close:001-checklist-items
--comment What was checked, by whom, when, on which figures. Earlier answers are in the audit log.
create table finance.close_checklist_items (
  organization_id uuid        not null,
  closing_id      uuid        not null,
  key             text        not null,
  position        int         not null,
  title_en        text        not null,
  title_de        text        not null,
  after_keys      text        not null,
  state           text        not null,
  checked_by      text,
  checked_for     text,
  checked_at      timestamptz,
  evidence        jsonb       not null default '{}',
  job_run_id      uuid,
  constraint pk_close_checklist_items primary key (closing_id, key),
  constraint fk_close_checklist_items__closing foreign key (organization_id, closing_id) references finance.closings (organization_id, id),
  constraint ck_close_checklist_items__state check (state in ('WAITING', 'OPEN', 'DONE')),
  constraint ck_close_checklist_items__checked check (state = 'WAITING' or (checked_by is not null and checked_at is not null))
);
--rollback drop table finance.close_checklist_items;

--changeset close:001-certificates splitStatements:false
--comment The signed files, as they were signed. They never change; a later one of the same month names the one before.
create table finance.close_certificates (
  id              uuid        not null,
  organization_id uuid        not null,
  closing_id      uuid        not null,
  period          date        not null,
  number          text        not null,
  known_at        timestamptz not null,
  figures_hash    char(64)    not null,
  file            text        not null,
  sha256          char(64)    not null,
  fingerprint     char(64)    not null,
  previous_id     uuid,
  issued_at       timestamptz not null,
  constraint pk_close_certificates primary key (id),
  constraint uq_close_certificates__organization_id unique (organization_id, id),
  constraint uq_close_certificates__closing unique (closing_id),
  constraint uq_close_certificates__previous unique (previous_id),
  constraint fk_close_certificates__closing foreign key (organization_id, closing_id) references finance.closings (organization_id, id),
  constraint fk_close_certificates__previous foreign key (organization_id, previous_id) references finance.close_certificates (organization_id, id)
);
create index ix_close_certificates__period on finance.close_certificates (organization_id, period, issued_at);

create function finance.refuse_certificate_change() returns trigger language plpgsql as $$
begin
  raise exception 'a close certificate never changes: close the period again for another one'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger tr_close_certificates__never_change before update or delete on finance.close_certificates
  for each row execute function finance.refuse_certificate_change();
create trigger tr_close_certificates__never_truncate before truncate on finance.close_certificates
  for each statement execute function finance.refuse_certificate_change();
--rollback drop table finance.close_certificates;
--rollback drop function finance.refuse_certificate_change();

--changeset close:001-reopenings
--comment Why a closed month was opened, by whom, with whose consent, until when, and how it ended.
create table finance.close_reopenings (
  id              uuid        not null,
  organization_id uuid        not null,
  period          date        not null,
  sequence        int         not null,
  number          text        not null,
  state           text        not null,
  reason          text        not null,
  expires_at      timestamptz not null,
  requested_by    text        not null,
  requested_for   text,
  requested_at    timestamptz not null,
  approved_by     text,
  approved_for    text,
  approved_at     timestamptz,
  ended_at        timestamptz,
  remark          text,
  version         int         not null default 0,
  constraint pk_close_reopenings primary key (id),
  constraint uq_close_reopenings__sequence unique (organization_id, period, sequence),
  constraint uq_close_reopenings__number unique (organization_id, number),
  constraint fk_close_reopenings__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_close_reopenings__period foreign key (organization_id, period) references finance.periods (organization_id, period),
  constraint ck_close_reopenings__state check (state in ('REQUESTED', 'REOPENED', 'REJECTED', 'CLOSED_AGAIN', 'EXPIRED')),
  constraint ck_close_reopenings__reason check (char_length(reason) between 10 and 2000),
  constraint ck_close_reopenings__approval check (state not in ('REOPENED', 'CLOSED_AGAIN', 'EXPIRED')
    or (approved_by is not null and approved_at is not null)),
  constraint ck_close_reopenings__checker_is_not_maker check (approved_by is null
    or (approved_by <> requested_by and approved_by is distinct from requested_for
        and (approved_for is null or (approved_for <> requested_by and approved_for is distinct from requested_for)))),
  constraint ck_close_reopenings__end check ((state in ('REJECTED', 'CLOSED_AGAIN', 'EXPIRED')) = (ended_at is not null))
);
create unique index uq_close_reopenings__under_way on finance.close_reopenings (organization_id, period)
  where state in ('REQUESTED', 'REOPENED');
--rollback drop table finance.close_reopenings;
