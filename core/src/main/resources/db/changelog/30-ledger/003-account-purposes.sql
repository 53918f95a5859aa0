--liquibase formatted sql

--changeset ledger:003-account-purposes
--comment Which account the ledger itself uses for what, so that no code and no setting names account numbers.
alter table finance.accounts
  add column purpose text,
  add constraint ck_accounts__purpose check (purpose in (
    'RETAINED_EARNINGS', 'ROUNDING', 'REALIZED_EXCHANGE_GAIN', 'REALIZED_EXCHANGE_LOSS',
    'UNREALIZED_EXCHANGE_GAIN', 'UNREALIZED_EXCHANGE_LOSS', 'EXCHANGE_VALUATION', 'TRANSLATION_RESERVE',
    'ACCRUED_EXPENSES', 'PREPAID_EXPENSES', 'DEPRECIATION_EXPENSE', 'DISPOSAL_GAIN', 'DISPOSAL_LOSS',
    'BANK', 'BANK_CHARGES', 'SUSPENSE', 'OPENING_BALANCES')),
  add constraint ck_accounts__purpose_takes_postings check (purpose is null or (postable and controlled_by is null)),
  drop constraint ck_accounts__required_dimensions,
  add constraint ck_accounts__required_dimensions check (required_dimensions <@ array['cost-centre', 'project']);
create unique index uq_accounts__purpose on finance.accounts (organization_id, purpose) where purpose is not null;
comment on column finance.accounts.purpose is 'what the ledger uses it for; one account per organization and purpose';
create or replace view finance.ledger_account_v with (security_invoker = true) as
  select organization_id, code as account, name, type, parent, postable, currency, controlled_by, deactivated_at is null as active,
         purpose, required_dimensions
    from finance.accounts;
--rollback drop view finance.ledger_account_v;
--rollback create view finance.ledger_account_v with (security_invoker = true) as select organization_id, code as account, name, type, parent, postable, currency, controlled_by, deactivated_at is null as active from finance.accounts;
--rollback drop index finance.uq_accounts__purpose;
--rollback alter table finance.accounts drop constraint ck_accounts__purpose, drop constraint ck_accounts__purpose_takes_postings, drop constraint ck_accounts__required_dimensions, drop column purpose, add constraint ck_accounts__required_dimensions check (required_dimensions <@ array['cost-centre']);
