--liquibase formatted sql

--changeset reporting:002-report-schedules
--comment Reports that are made by themselves, and each time one was due. A delivery is taken once, whichever node sees first that it is due.
create table finance.report_schedules (
  id              uuid        not null,
  organization_id uuid        not null,
  name            text        not null,
  report          text        not null,
  format          text        not null,
  language        text        not null,
  parameters      jsonb       not null,
  cron            text        not null,
  next_due_at     timestamptz,
  created_by      text        not null,
  created_at      timestamptz not null,
  ended_by        text,
  ended_at        timestamptz,
  constraint pk_report_schedules primary key (id),
  constraint uq_report_schedules__organization_id unique (organization_id, id),
  constraint fk_report_schedules__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_report_schedules__name check (char_length(name) between 1 and 100),
  constraint ck_report_schedules__format check (format in ('JSON', 'CSV', 'XLSX')),
  constraint ck_report_schedules__ended check ((ended_by is null) = (ended_at is null) and (ended_at is null or next_due_at is null))
);
create unique index uq_report_schedules__name on finance.report_schedules (organization_id, name) where ended_at is null;
create index ix_report_schedules__due on finance.report_schedules (next_due_at) where next_due_at is not null;
comment on column finance.report_schedules.cron is 'six fields, seconds first, in the organization''s zone';

create table finance.report_deliveries (
  id              uuid        not null,
  organization_id uuid        not null,
  schedule_id     uuid        not null,
  due_at          timestamptz not null,
  document_id     uuid,
  file_name       text,
  content_hash    char(64),
  delivered_at    timestamptz,
  constraint pk_report_deliveries primary key (id),
  constraint uq_report_deliveries__due unique (schedule_id, due_at),
  constraint fk_report_deliveries__schedule foreign key (organization_id, schedule_id) references finance.report_schedules (organization_id, id),
  constraint fk_report_deliveries__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  constraint ck_report_deliveries__delivered check (
    (delivered_at is null) = (document_id is null) and (document_id is null) = (file_name is null) and (file_name is null) = (content_hash is null))
);
--rollback drop table finance.report_deliveries;
--rollback drop table finance.report_schedules;
