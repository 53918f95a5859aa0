--liquibase formatted sql

--changeset jobs:001-job-runs
--comment One row per run of a job, however often it was restarted. The lease is not here: it is the lock of the engine's external task.
create table shared.job_runs (
  id              uuid        not null,
  organization_id uuid        not null,
  job             text        not null,
  parameters      jsonb       not null,
  state           text        not null,
  requested_by    text        not null,
  on_behalf_of    text,
  requested_at    timestamptz not null,
  attempts        integer     not null default 0,
  worker          text,
  origin          text,
  started_at      timestamptz,
  finished_at     timestamptz,
  error           text,
  constraint pk_job_runs primary key (id),
  constraint uq_job_runs__organization unique (organization_id, id),
  constraint fk_job_runs__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_job_runs__state check (state in ('requested', 'running', 'completed', 'completed-with-exceptions', 'failed')),
  constraint ck_job_runs__finished check ((finished_at is not null) = (state in ('completed', 'completed-with-exceptions', 'failed')))
);
create index ix_job_runs__organization_requested on shared.job_runs (organization_id, requested_at desc);
create index ix_job_runs__unfinished on shared.job_runs (requested_at) where state in ('requested', 'running', 'failed');
--rollback drop table shared.job_runs;

--changeset jobs:001-job-steps
--comment How far each step is. The rate is of the running attempt: what was done before a restart is subtracted.
create table shared.job_steps (
  run_id          uuid        not null,
  organization_id uuid        not null,
  step            text        not null,
  position        integer     not null,
  done            bigint      not null,
  expected        bigint,
  done_before     bigint      not null,
  started_at      timestamptz not null,
  reported_at     timestamptz not null,
  finished_at     timestamptz,
  constraint pk_job_steps primary key (run_id, step),
  constraint fk_job_steps__run foreign key (organization_id, run_id) references shared.job_runs (organization_id, id) on delete cascade,
  constraint ck_job_steps__done check (done >= 0 and done_before >= 0)
);
--rollback drop table shared.job_steps;

--changeset jobs:001-job-row-errors
--comment Rows set aside. They are written in the transaction that leaves the row out, so each is here exactly once.
create table shared.job_row_errors (
  id              uuid        not null,
  run_id          uuid        not null,
  organization_id uuid        not null,
  code            text        not null,
  place           text        not null,
  message         text        not null,
  recorded_at     timestamptz not null,
  constraint pk_job_row_errors primary key (id),
  constraint fk_job_row_errors__run foreign key (organization_id, run_id) references shared.job_runs (organization_id, id) on delete cascade
);
create index ix_job_row_errors__run on shared.job_row_errors (run_id, id);
--rollback drop table shared.job_row_errors;
