--liquibase formatted sql

--changeset currency:002-monetary-treatments
--comment Of which assets and liabilities somebody said whether they are monetary. Control accounts, the bank and accounts kept in one currency are without being named.
create table finance.monetary_treatments (
  organization_id uuid             not null,
  account         text collate "C" not null,
  treatment       text             not null,
  stated_by       text             not null,
  stated_at       timestamptz      not null,
  constraint pk_monetary_treatments primary key (organization_id, account),
  constraint fk_monetary_treatments__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_monetary_treatments__treatment check (treatment in ('MONETARY', 'NON_MONETARY'))
);
--rollback drop table finance.monetary_treatments;

--changeset currency:002-revaluations
--comment What each revaluation of a month found and posted; a later one of the same month posts the difference. Every one is undone on the first day of the next month.
create table finance.revaluations (
  id              uuid        not null,
  organization_id uuid        not null,
  period          date        not null,
  sequence        int         not null,
  journal_id      uuid        not null,
  reversal_id     uuid        not null,
  posted_by       text        not null,
  posted_at       timestamptz not null,
  constraint pk_revaluations primary key (id),
  constraint uq_revaluations__organization_id unique (organization_id, id),
  constraint uq_revaluations__sequence unique (organization_id, period, sequence),
  constraint fk_revaluations__period foreign key (organization_id, period) references finance.periods (organization_id, period),
  constraint fk_revaluations__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint fk_revaluations__reversal foreign key (reversal_id, organization_id) references finance.journals (id, organization_id),
  constraint ck_revaluations__sequence check (sequence > 0)
);
create table finance.revaluation_lines (
  organization_id uuid             not null,
  revaluation_id  uuid             not null,
  account         text collate "C" not null,
  currency        char(3)          not null,
  balance         numeric(19,4)    not null,
  book_value      numeric(19,4)    not null,
  rate            numeric(38,18)   not null,
  published_on    date             not null,
  rate_source     text             not null,
  worth           numeric(19,4)    not null,
  posted          numeric(19,4)    not null,
  base_currency   char(3)          not null,
  constraint pk_revaluation_lines primary key (revaluation_id, account, currency),
  constraint fk_revaluation_lines__revaluation foreign key (organization_id, revaluation_id) references finance.revaluations (organization_id, id),
  constraint fk_revaluation_lines__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_revaluation_lines__rate check (rate > 0),
  constraint ck_revaluation_lines__currency check (currency <> base_currency)
);
comment on column finance.revaluation_lines.balance is 'in currency; debit positive, as all amounts here';
comment on column finance.revaluation_lines.posted is 'in base currency: what this one added to the valuation of its month';
create trigger tr_revaluations__never_change before update or delete on finance.revaluations
  for each row execute function finance.refuse_change();
create trigger tr_revaluation_lines__never_change before update or delete on finance.revaluation_lines
  for each row execute function finance.refuse_change();
--rollback drop table finance.revaluation_lines;
--rollback drop table finance.revaluations;

--changeset currency:002-views
--comment What other modules and reports may read: each account's valuation at a month's end.
create view finance.revaluation_v with (security_invoker = true) as
  select r.organization_id, r.period, r.sequence, r.journal_id, r.reversal_id, l.account, l.currency,
         l.balance, l.book_value, l.rate, l.published_on, l.rate_source, l.worth, l.posted, l.base_currency
    from finance.revaluations r
    join finance.revaluation_lines l on l.organization_id = r.organization_id and l.revaluation_id = r.id;
--rollback drop view finance.revaluation_v;

--changeset currency:002-permissions
with matrix (resource, action, description, roles) as (values
  ('currency.revaluation', 'read', 'See what foreign balances are worth at a month''s end',
    'accountant auditor cfo controller treasurer'),
  ('currency.account', 'treat', 'Say which accounts are monetary',
    'controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource in ('currency.revaluation', 'currency.account');
--rollback delete from shared.permissions where resource in ('currency.revaluation', 'currency.account');
