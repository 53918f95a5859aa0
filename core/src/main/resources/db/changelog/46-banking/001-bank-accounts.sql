--liquibase formatted sql

--changeset banking:001-bank-accounts
--comment Our own accounts at banks. Each stands on a ledger account of its own, so that the two balances can be compared.
create table finance.bank_accounts (
  id              uuid             not null,
  organization_id uuid             not null,
  code            text collate "C" not null,
  name            text             not null,
  holder          text             not null,
  number          text collate "C" not null,
  bic             text collate "C",
  currency        char(3)          not null,
  ledger_account  text collate "C" not null,
  transit_account text collate "C" not null,
  aliases         text[]           not null default '{}',
  closed_on       date,
  created_by      text             not null,
  created_at      timestamptz      not null,
  constraint pk_bank_accounts primary key (id),
  constraint uq_bank_accounts__organization_id unique (organization_id, id),
  constraint uq_bank_accounts__code unique (organization_id, code),
  constraint uq_bank_accounts__number unique (organization_id, number, currency),
  constraint uq_bank_accounts__ledger_account unique (organization_id, ledger_account),
  constraint fk_bank_accounts__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_bank_accounts__ledger_account foreign key (organization_id, ledger_account) references finance.accounts (organization_id, code),
  constraint fk_bank_accounts__transit_account foreign key (organization_id, transit_account) references finance.accounts (organization_id, code),
  constraint ck_bank_accounts__code check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,19}$'),
  constraint ck_bank_accounts__name check (char_length(name) between 1 and 200),
  constraint ck_bank_accounts__holder check (char_length(holder) between 1 and 140),
  constraint ck_bank_accounts__currency check (currency ~ '^[A-Z]{3}$'),
  constraint ck_bank_accounts__transit check (transit_account <> ledger_account)
);
comment on column finance.bank_accounts.number is 'normalized: IBAN, or the national number with its clearing code';
comment on column finance.bank_accounts.aliases is 'what else the bank''s statements call it, normalized';
--rollback drop table finance.bank_accounts;

--changeset banking:001-views
--comment What other modules and reports may read.
create view finance.bank_account_v with (security_invoker = true) as
  select id, organization_id, code, name, holder, number, bic, currency, ledger_account, transit_account, closed_on
    from finance.bank_accounts;
--rollback drop view finance.bank_account_v;

--changeset banking:001-permissions
with matrix (resource, action, description, roles) as (values
  ('banking.account', 'read', 'See our bank accounts', 'accountant ap-clerk auditor cfo controller treasurer'),
  ('banking.account', 'read-number', 'See the numbers of our bank accounts in full', 'auditor cfo controller treasurer'),
  ('banking.account', 'manage', 'Enter, change and close our bank accounts', 'treasurer'),
  ('banking.statement', 'read', 'See statements and their entries', 'accountant ap-clerk auditor cfo controller treasurer'),
  ('banking.statement', 'release', 'Book or drop a statement that is held', 'controller treasurer')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource like 'banking.%';
--rollback delete from shared.permissions where resource like 'banking.%';
