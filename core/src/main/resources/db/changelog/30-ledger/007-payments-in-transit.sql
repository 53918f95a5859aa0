--liquibase formatted sql

--changeset ledger:007-payments-in-transit
--comment What was paid out and is on no statement of a bank yet has an account of its own.
alter table finance.accounts
  drop constraint ck_accounts__purpose,
  add constraint ck_accounts__purpose check (purpose in (
    'RETAINED_EARNINGS', 'ROUNDING', 'REALIZED_EXCHANGE_GAIN', 'REALIZED_EXCHANGE_LOSS',
    'UNREALIZED_EXCHANGE_GAIN', 'UNREALIZED_EXCHANGE_LOSS', 'EXCHANGE_VALUATION', 'TRANSLATION_RESERVE',
    'ACCRUED_EXPENSES', 'PREPAID_EXPENSES', 'DEPRECIATION_EXPENSE', 'DISPOSAL_GAIN', 'DISPOSAL_LOSS',
    'BANK', 'PAYMENTS_IN_TRANSIT', 'BANK_CHARGES', 'SUSPENSE', 'OPENING_BALANCES'));
--rollback update finance.accounts set purpose = null where purpose = 'PAYMENTS_IN_TRANSIT';
--rollback alter table finance.accounts drop constraint ck_accounts__purpose, add constraint ck_accounts__purpose check (purpose in ('RETAINED_EARNINGS', 'ROUNDING', 'REALIZED_EXCHANGE_GAIN', 'REALIZED_EXCHANGE_LOSS', 'UNREALIZED_EXCHANGE_GAIN', 'UNREALIZED_EXCHANGE_LOSS', 'EXCHANGE_VALUATION', 'TRANSLATION_RESERVE', 'ACCRUED_EXPENSES', 'PREPAID_EXPENSES', 'DEPRECIATION_EXPENSE', 'DISPOSAL_GAIN', 'DISPOSAL_LOSS', 'BANK', 'BANK_CHARGES', 'SUSPENSE', 'OPENING_BALANCES'));
