--liquibase formatted sql

--changeset reconciliation:001-rules
--comment How entries of bank statements are explained that are no payments of ours: rules people define, and what is learned from their decisions.
create table finance.bank_settings (
  organization_id     uuid             not null,
  charges_cost_centre text collate "C",
  learn_after         integer          not null,
  changed_by          text             not null,
  changed_at          timestamptz      not null,
  constraint pk_bank_settings primary key (organization_id),
  constraint fk_bank_settings__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_bank_settings__learn_after check (learn_after between 0 and 100)
);
comment on column finance.bank_settings.learn_after is 'so many equal decisions on a counterparty book the next entry by themselves; zero: never';

create table finance.bank_rules (
  id              uuid             not null,
  organization_id uuid             not null,
  name            text             not null,
  rank            integer          not null,
  bank_account_id uuid,
  pattern         text,
  counterparty_key char(22) collate "C",
  amount_from     numeric(19, 4),
  amount_to       numeric(19, 4),
  account         text collate "C" not null,
  cost_centre     text collate "C",
  created_by      text             not null,
  created_at      timestamptz      not null,
  ended_by        text,
  ended_at        timestamptz,
  constraint pk_bank_rules primary key (id),
  constraint uq_bank_rules__organization_id unique (organization_id, id),
  constraint fk_bank_rules__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_bank_rules__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id),
  constraint fk_bank_rules__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_bank_rules__name check (char_length(name) between 1 and 200),
  constraint ck_bank_rules__rank check (rank between 1 and 9999),
  constraint ck_bank_rules__says_something check (pattern is not null or counterparty_key is not null),
  constraint ck_bank_rules__pattern check (char_length(pattern) between 2 and 500),
  constraint ck_bank_rules__amounts check (amount_to >= amount_from),
  constraint ck_bank_rules__ended check ((ended_by is null) = (ended_at is null))
);
create unique index uq_bank_rules__name on finance.bank_rules (organization_id, name) where ended_at is null;
comment on column finance.bank_rules.rank is 'the lowest that fits is used';
comment on column finance.bank_rules.pattern is 'regular expression over counterparty and text, whatever the case';

create table finance.bank_counterparties (
  organization_id  uuid             not null,
  counterparty_key char(22) collate "C" not null,
  incoming         boolean          not null,
  account          text collate "C" not null,
  cost_centre      text collate "C",
  decisions        integer          not null,
  last_entry_id    uuid             not null,
  constraint pk_bank_counterparties primary key (organization_id, counterparty_key, incoming),
  constraint fk_bank_counterparties__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_bank_counterparties__decisions check (decisions > 0)
);
comment on column finance.bank_counterparties.decisions is 'equal ones in a row; another decision begins again with one';
--rollback drop table finance.bank_counterparties;
--rollback drop table finance.bank_rules;
--rollback drop table finance.bank_settings;

--changeset reconciliation:001-clearings
--comment What explains each entry of a bank statement. An entry is fully explained or its rest stands in suspense; nothing is lost in between.
create table finance.bank_clearings (
  id                 uuid             not null,
  organization_id    uuid             not null,
  entry_id           uuid             not null,
  kind               text             not null,
  basis              text             not null,
  payment_id         uuid,
  item_id            uuid,
  settlement_id      uuid,
  rule_id            uuid,
  account            text collate "C" not null,
  cost_centre        text collate "C",
  amount             numeric(19, 4)   not null,
  currency           char(3)          not null,
  base_amount        numeric(19, 4)   not null,
  target_amount      numeric(19, 4)   not null,
  target_currency    char(3)          not null,
  target_base_amount numeric(19, 4)   not null,
  base_currency      char(3)          not null,
  journal_id         uuid             not null,
  reverses_id        uuid,
  reason             text,
  cleared_by         text             not null,
  cleared_at         timestamptz      not null,
  constraint pk_bank_clearings primary key (id),
  constraint ck_bank_clearings__kind check (kind in ('PAYMENT', 'RETURN', 'ITEM', 'ACCOUNT', 'CHARGES')),
  constraint ck_bank_clearings__basis check (basis in ('END_TO_END', 'BATCH', 'REFERENCE', 'COUNTERPARTY', 'RULE', 'LEARNED', 'BANK', 'MANUAL')),
  constraint ck_bank_clearings__target check (
    (kind in ('PAYMENT', 'RETURN')) = (payment_id is not null) and (kind = 'ITEM') = (item_id is not null) and (kind = 'ITEM') = (settlement_id is not null)
    and (basis = 'RULE') = (rule_id is not null)),
  constraint ck_bank_clearings__amount check (amount <> 0),
  constraint ck_bank_clearings__reason check ((reverses_id is null) = (reason is null))
);
comment on column finance.bank_clearings.amount is 'of the entry, with its sign, in the currency of the bank account';
comment on column finance.bank_clearings.base_amount is 'the same at the rate of the day it was booked';
comment on column finance.bank_clearings.target_base_amount is 'what the account got: a payment in transit leaves it at the rate it came; the rest is exchange difference';
create index ix_bank_clearings__entry on finance.bank_clearings (entry_id);
create unique index uq_bank_clearings__reverses on finance.bank_clearings (reverses_id) where reverses_id is not null;
create trigger tr_bank_clearings__never_change before update or delete on finance.bank_clearings
  for each statement execute function finance.refuse_change();

create table finance.bank_suspense (
  entry_id        uuid           not null,
  organization_id uuid           not null,
  bank_account_id uuid           not null,
  booked_on       date           not null,
  amount          numeric(19, 4) not null,
  open_amount     numeric(19, 4) not null,
  currency        char(3)        not null,
  base_amount     numeric(19, 4) not null,
  account         text collate "C" not null,
  constraint pk_bank_suspense primary key (entry_id),
  constraint fk_bank_suspense__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id),
  constraint ck_bank_suspense__open check (open_amount = 0 or sign(open_amount) = sign(amount)),
  constraint ck_bank_suspense__within check (abs(open_amount) <= abs(amount))
);
comment on table finance.bank_suspense is 'Entries, or rests of them, that nobody could explain when they came';
comment on column finance.bank_suspense.open_amount is 'what is still not explained';
create index ix_bank_suspense__open on finance.bank_suspense (organization_id, bank_account_id, booked_on) where open_amount <> 0;

create table finance.bank_journals (
  organization_id uuid not null,
  journal_id      uuid not null,
  bank_account_id uuid not null,
  statement_id    uuid,
  booked_on       date not null,
  constraint pk_bank_journals primary key (journal_id),
  constraint fk_bank_journals__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint fk_bank_journals__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id),
  constraint fk_bank_journals__statement foreign key (organization_id, statement_id) references finance.bank_statements (organization_id, id)
);
create index ix_bank_journals__statement on finance.bank_journals (organization_id, statement_id);
comment on table finance.bank_journals is 'The journals that statements and later explanations made; without a statement: an explanation';
--rollback drop table finance.bank_journals;
--rollback drop table finance.bank_suspense;
--rollback drop table finance.bank_clearings;

--changeset reconciliation:001-views
create view finance.bank_clearing_v with (security_invoker = true) as
  select id, organization_id, entry_id, kind, basis, payment_id, item_id, settlement_id, rule_id, account, cost_centre, amount, currency,
         base_amount, journal_id, reverses_id, cleared_by, cleared_at
    from finance.bank_clearings;
create view finance.bank_suspense_v with (security_invoker = true) as
  select entry_id, organization_id, bank_account_id, booked_on, amount, open_amount, currency, base_amount, account from finance.bank_suspense;
--rollback drop view finance.bank_suspense_v;
--rollback drop view finance.bank_clearing_v;

--changeset reconciliation:001-permissions
with matrix (resource, action, description, roles) as (values
  ('reconciliation.entry', 'read', 'See what explains the entries of bank statements, and what is not explained', 'accountant ap-clerk auditor cfo controller treasurer'),
  ('reconciliation.entry', 'explain', 'Explain entries, and take explanations back', 'accountant treasurer'),
  ('reconciliation.rule', 'manage', 'Define the rules entries are explained by', 'controller treasurer')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource like 'reconciliation.%';
--rollback delete from shared.permissions where resource like 'reconciliation.%';
