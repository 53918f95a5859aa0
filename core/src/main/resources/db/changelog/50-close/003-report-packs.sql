--liquibase formatted sql

--changeset close:003-report-packs-grow
--comment A pack is made workbook by workbook, each committed by itself, and archived at the end: a job that dies goes on where it was.
alter table finance.close_report_packs
  alter column document_id drop not null,
  drop column created_at,
  add column known_at timestamptz not null,
  add column completed_at timestamptz,
  add constraint ck_close_report_packs__completed check ((document_id is null) = (completed_at is null));
--rollback alter table finance.close_report_packs drop constraint ck_close_report_packs__completed, drop column completed_at, drop column known_at, add column created_at timestamptz not null default now();
