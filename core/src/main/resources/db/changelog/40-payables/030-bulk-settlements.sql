--liquibase formatted sql

--changeset payables:030-discount-account
--comment What suppliers let us keep for paying early has an account of its own.
alter table finance.accounts
  drop constraint ck_accounts__purpose,
  add constraint ck_accounts__purpose check (purpose in (
    'RETAINED_EARNINGS', 'ROUNDING', 'REALIZED_EXCHANGE_GAIN', 'REALIZED_EXCHANGE_LOSS',
    'UNREALIZED_EXCHANGE_GAIN', 'UNREALIZED_EXCHANGE_LOSS', 'EXCHANGE_VALUATION', 'TRANSLATION_RESERVE',
    'ACCRUED_EXPENSES', 'PREPAID_EXPENSES', 'DEPRECIATION_EXPENSE', 'DISPOSAL_GAIN', 'DISPOSAL_LOSS',
    'BANK', 'PAYMENTS_IN_TRANSIT', 'BANK_CHARGES', 'SUSPENSE', 'OPENING_BALANCES', 'DISCOUNTS_TAKEN'));
--rollback update finance.accounts set purpose = null where purpose = 'DISCOUNTS_TAKEN';
--rollback alter table finance.accounts drop constraint ck_accounts__purpose, add constraint ck_accounts__purpose check (purpose in ('RETAINED_EARNINGS', 'ROUNDING', 'REALIZED_EXCHANGE_GAIN', 'REALIZED_EXCHANGE_LOSS', 'UNREALIZED_EXCHANGE_GAIN', 'UNREALIZED_EXCHANGE_LOSS', 'EXCHANGE_VALUATION', 'TRANSLATION_RESERVE', 'ACCRUED_EXPENSES', 'PREPAID_EXPENSES', 'DEPRECIATION_EXPENSE', 'DISPOSAL_GAIN', 'DISPOSAL_LOSS', 'BANK', 'PAYMENTS_IN_TRANSIT', 'BANK_CHARGES', 'SUSPENSE', 'OPENING_BALANCES'));

--changeset payables:030-discounts
--comment A discount settles its part of an item without money. What it takes off deductible tax goes back to the tax account; the rest is ours.
alter table finance.payable_settlements
  add column discount_amount      numeric(19, 4) not null default 0,
  add column discount_base_amount numeric(19, 4) not null default 0,
  add column discount_tax         numeric(19, 4) not null default 0,
  drop constraint ck_payable_settlements__difference,
  add constraint ck_payable_settlements__difference check (difference = base_amount - discount_base_amount - bank_base_amount),
  add constraint ck_payable_settlements__discount check (abs(discount_tax) <= abs(discount_base_amount));
comment on column finance.payable_settlements.amount is 'taken off the item, the discount included';
comment on column finance.payable_settlements.discount_amount is 'of that, what was not paid because it was paid early';
comment on column finance.payable_settlements.discount_tax is 'of the discount in base currency, what is deductible tax';
create index ix_payable_settlements__journal on finance.payable_settlements (organization_id, journal_id);
--rollback drop index finance.ix_payable_settlements__journal;
--rollback alter table finance.payable_settlements drop constraint ck_payable_settlements__discount, drop constraint ck_payable_settlements__difference, add constraint ck_payable_settlements__difference check (difference = base_amount - bank_base_amount), drop column discount_tax, drop column discount_base_amount, drop column discount_amount;

--changeset payables:030-views
create or replace view finance.payable_settlement_v with (security_invoker = true) as
select id, organization_id, number, item_id, settled_on, amount, currency, base_amount, bank_account, bank_amount,
       bank_currency, bank_base_amount, difference, base_currency, reference, journal_id, reverses_id, settled_by, settled_at,
       discount_amount, discount_base_amount, discount_tax
  from finance.payable_settlements;
--rollback drop view finance.payable_settlement_v;
--rollback create view finance.payable_settlement_v with (security_invoker = true) as select id, organization_id, number, item_id, settled_on, amount, currency, base_amount, bank_account, bank_amount, bank_currency, bank_base_amount, difference, base_currency, reference, journal_id, reverses_id, settled_by, settled_at from finance.payable_settlements;
