--liquibase formatted sql

--changeset payments:004-ach-agreements
--comment What was agreed with the bank of a US account for ACH files: without it there is nothing to write in their header.
create table finance.payment_ach_agreements (
  organization_id   uuid        not null,
  bank_account_id   uuid        not null,
  destination_name  text        not null,
  origin            text        not null,
  origin_name       text        not null,
  company_id        text        not null,
  company_name      text        not null,
  entry_description text        not null,
  balanced          boolean     not null,
  set_by            text        not null,
  set_at            timestamptz not null,
  constraint pk_payment_ach_agreements primary key (bank_account_id),
  constraint fk_payment_ach_agreements__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id),
  constraint ck_payment_ach_agreements__lengths check (
    char_length(destination_name) between 1 and 23 and char_length(origin) between 1 and 10 and char_length(origin_name) between 1 and 23
    and char_length(company_id) between 1 and 10 and char_length(company_name) between 1 and 16
    and char_length(entry_description) between 1 and 10)
);
comment on column finance.payment_ach_agreements.origin is 'immediate origin, ten characters the bank gives';
comment on column finance.payment_ach_agreements.company_id is 'ten characters the bank gives, often 1 and the tax number';
comment on column finance.payment_ach_agreements.balanced is 'whether files end with the debit of our own account';
--rollback drop table finance.payment_ach_agreements;
