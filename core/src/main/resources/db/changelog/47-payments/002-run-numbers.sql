--liquibase formatted sql

--changeset payments:002-run-numbers
--comment The last number given to a run of a fiscal year; the row is locked while one is taken, so there are no gaps.
create table finance.payment_run_series (
  organization_id uuid    not null,
  fiscal_year     integer not null,
  last_number     bigint  not null,
  constraint pk_payment_run_series primary key (organization_id, fiscal_year),
  constraint fk_payment_run_series__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_payment_run_series__last_number check (last_number > 0)
);
--rollback drop table finance.payment_run_series;
