--liquibase formatted sql

--changeset assets:001-categories
--comment What assets of one kind have in common: the accounts they stand on and how they are written down unless an asset says otherwise.
create table finance.asset_categories (
  organization_id      uuid             not null,
  code                 text             not null,
  name                 text             not null,
  cost_account         text collate "C" not null,
  depreciation_account text collate "C",
  expense_account      text collate "C",
  impairment_account   text collate "C",
  method               text             not null,
  convention           text             not null,
  life_months          int,
  annual_rate          numeric(9, 6),
  residual_percent     numeric(7, 4)    not null default 0,
  created_by           text             not null,
  created_at           timestamptz      not null,
  deactivated_at       timestamptz,
  constraint pk_asset_categories primary key (organization_id, code),
  constraint fk_asset_categories__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_asset_categories__cost_account foreign key (organization_id, cost_account) references finance.accounts (organization_id, code),
  constraint fk_asset_categories__depreciation_account foreign key (organization_id, depreciation_account) references finance.accounts (organization_id, code),
  constraint fk_asset_categories__expense_account foreign key (organization_id, expense_account) references finance.accounts (organization_id, code),
  constraint fk_asset_categories__impairment_account foreign key (organization_id, impairment_account) references finance.accounts (organization_id, code),
  constraint ck_asset_categories__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint ck_asset_categories__name check (char_length(name) between 1 and 200),
  constraint ck_asset_categories__method check (method in ('NONE', 'STRAIGHT_LINE', 'DECLINING', 'UNITS')),
  constraint ck_asset_categories__convention check (convention in ('FULL_MONTH', 'NEXT_MONTH', 'MID_MONTH', 'HALF_YEAR', 'MID_QUARTER', 'DAILY')),
  constraint ck_asset_categories__accounts check (method = 'NONE' or (depreciation_account is not null and expense_account is not null)),
  constraint ck_asset_categories__separate check (depreciation_account is distinct from cost_account),
  constraint ck_asset_categories__life check (life_months between 1 and 1200),
  constraint ck_asset_categories__annual_rate check (annual_rate > 0 and annual_rate < 1),
  constraint ck_asset_categories__residual check (residual_percent between 0 and 100)
);
comment on column finance.asset_categories.depreciation_account is 'takes accumulated depreciation and impairment, credit';
comment on column finance.asset_categories.impairment_account is 'null: impairment is charged where depreciation is';
comment on column finance.asset_categories.annual_rate is 'declining: part of the book value at the start of a year, 0.4 = 40 %';
--rollback drop table finance.asset_categories;

--changeset assets:001-assets
--comment The register: one row per thing we own, with the terms it is written down by. What it cost and what is written down stands in finance.asset_transactions alone.
create table finance.asset_series (
  organization_id uuid   not null,
  last_number     bigint not null,
  constraint pk_asset_series primary key (organization_id),
  constraint fk_asset_series__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_asset_series__last_number check (last_number >= 0)
);
comment on table finance.asset_series is 'the last number given; locked by whatever changes the register, so that a disposal and a depreciation run cannot cross';

create table finance.assets (
  id              uuid           not null,
  organization_id uuid           not null,
  number          bigint         not null,
  tag             text,
  name            text           not null,
  category        text           not null,
  serial_number   text,
  location        text,
  cost_centre     text collate "C",
  project         text collate "C",
  in_service_on   date           not null,
  method          text           not null,
  convention      text           not null,
  life_months     int,
  annual_rate     numeric(9, 6),
  residual        numeric(19, 4) not null,
  currency        char(3)        not null,
  units           numeric(19, 4),
  unit            text,
  version         int            not null default 1,
  created_by      text           not null,
  created_at      timestamptz    not null,
  constraint pk_assets primary key (id),
  constraint uq_assets__organization_id unique (organization_id, id),
  constraint uq_assets__number unique (organization_id, number),
  constraint uq_assets__tag unique (organization_id, tag),
  constraint fk_assets__category foreign key (organization_id, category) references finance.asset_categories (organization_id, code),
  constraint ck_assets__name check (char_length(name) between 1 and 500),
  constraint ck_assets__method check (method in ('NONE', 'STRAIGHT_LINE', 'DECLINING', 'UNITS')),
  constraint ck_assets__convention check (convention in ('FULL_MONTH', 'NEXT_MONTH', 'MID_MONTH', 'HALF_YEAR', 'MID_QUARTER', 'DAILY')),
  constraint ck_assets__life check (life_months between 1 and 1200),
  constraint ck_assets__annual_rate check (annual_rate > 0 and annual_rate < 1),
  constraint ck_assets__residual check (residual >= 0),
  constraint ck_assets__units check (units > 0),
  constraint ck_assets__terms check (
    case method when 'STRAIGHT_LINE' then life_months is not null
                when 'DECLINING' then life_months is not null and annual_rate is not null
                when 'UNITS' then units is not null
                else true end)
);
create index ix_assets__category on finance.assets (organization_id, category);
comment on column finance.assets.tag is 'the number on the sticker or in the system it came from: an import knows the asset again by it';
comment on column finance.assets.units is 'production expected over the whole life';
comment on column finance.assets.version is 'counts changes of master data';
--rollback drop table finance.assets;
--rollback drop table finance.asset_series;

--changeset assets:001-transactions splitStatements:false
--comment Everything that changed the value of an asset, in order. Cost and accumulated depreciation at any month are sums of these rows; they never change, a mistake is undone by its mirror image.
create table finance.asset_transactions (
  id              uuid           not null,
  organization_id uuid           not null,
  asset_id        uuid           not null,
  kind            text           not null,
  effective_on    date           not null,
  period          date           not null,
  cost            numeric(19, 4) not null,
  accumulated     numeric(19, 4) not null,
  currency        char(3)        not null,
  proceeds        numeric(19, 4),
  journal_id      uuid,
  reverses_id     uuid,
  cost_account    text collate "C" not null,
  depreciation_account text collate "C",
  reason          text,
  created_by      text           not null,
  recorded_at     timestamptz    not null,
  constraint pk_asset_transactions primary key (id),
  constraint uq_asset_transactions__organization_id unique (organization_id, id),
  constraint fk_asset_transactions__asset foreign key (organization_id, asset_id) references finance.assets (organization_id, id),
  constraint fk_asset_transactions__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint fk_asset_transactions__reverses foreign key (organization_id, reverses_id) references finance.asset_transactions (organization_id, id),
  constraint ck_asset_transactions__kind check (kind in ('ACQUISITION', 'TAKEOVER', 'ADDITION', 'DEPRECIATION', 'IMPAIRMENT', 'DISPOSAL', 'REVERSAL')),
  constraint ck_asset_transactions__period check (period = date_trunc('month', effective_on)::date),
  constraint ck_asset_transactions__reverses check ((kind = 'REVERSAL') = (reverses_id is not null)),
  constraint ck_asset_transactions__proceeds check (proceeds is null or kind in ('DISPOSAL', 'REVERSAL')),
  constraint ck_asset_transactions__values check (
    case kind when 'ACQUISITION' then cost > 0 and accumulated = 0
              when 'TAKEOVER' then cost > 0 and accumulated >= 0 and accumulated <= cost
              when 'ADDITION' then cost > 0 and accumulated = 0
              when 'DEPRECIATION' then cost = 0 and accumulated <> 0
              when 'IMPAIRMENT' then cost = 0 and accumulated > 0
              when 'DISPOSAL' then cost < 0 and accumulated <= 0
              else true end),
  constraint ck_asset_transactions__account check (accumulated = 0 or depreciation_account is not null)
);
create unique index uq_asset_transactions__reverses on finance.asset_transactions (reverses_id) where reverses_id is not null;
create unique index uq_asset_transactions__first on finance.asset_transactions (asset_id) where kind in ('ACQUISITION', 'TAKEOVER');
create index ix_asset_transactions__asset on finance.asset_transactions (asset_id, period);
create index ix_asset_transactions__period on finance.asset_transactions (organization_id, period);
create index ix_asset_transactions__journal on finance.asset_transactions (journal_id) where journal_id is not null;
comment on column finance.asset_transactions.cost is 'change of the cost, in the organization''s base currency';
comment on column finance.asset_transactions.accumulated is 'change of what is written down in all: positive is a charge';
comment on column finance.asset_transactions.journal_id is 'null: the ledger has it from elsewhere (opening balances, the supplier''s invoice)';
comment on column finance.asset_transactions.cost_account is 'where the cost stands in the ledger; kept, so that a category may change';
create trigger tr_asset_transactions__never_change before update or delete on finance.asset_transactions
  for each row execute function finance.refuse_change();
create trigger tr_asset_transactions__never_truncate before truncate on finance.asset_transactions
  for each statement execute function finance.refuse_change();
--rollback drop table finance.asset_transactions;

--changeset assets:001-units
--comment What an asset produced in a month, for those written down by production. Corrected by saying it again: the next run posts the difference.
create table finance.asset_units (
  organization_id uuid           not null,
  asset_id        uuid           not null,
  period          date           not null,
  units           numeric(19, 4) not null,
  reported_by     text           not null,
  reported_at     timestamptz    not null,
  constraint pk_asset_units primary key (organization_id, asset_id, period),
  constraint fk_asset_units__asset foreign key (organization_id, asset_id) references finance.assets (organization_id, id),
  constraint ck_asset_units__period check (extract(day from period) = 1),
  constraint ck_asset_units__units check (units >= 0)
);
--rollback drop table finance.asset_units;

--changeset assets:001-depreciation-runs
--comment One row per journal a depreciation run posted: a month and category run again posts the difference only, under the next number.
create table finance.depreciation_runs (
  id              uuid           not null,
  organization_id uuid           not null,
  period          date           not null,
  category        text           not null,
  sequence        int            not null,
  journal_id      uuid           not null,
  assets          int            not null,
  amount          numeric(19, 4) not null,
  currency        char(3)        not null,
  run_by          text           not null,
  run_at          timestamptz    not null,
  constraint pk_depreciation_runs primary key (id),
  constraint uq_depreciation_runs__sequence unique (organization_id, period, category, sequence),
  constraint fk_depreciation_runs__category foreign key (organization_id, category) references finance.asset_categories (organization_id, code),
  constraint fk_depreciation_runs__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint ck_depreciation_runs__sequence check (sequence > 0),
  constraint ck_depreciation_runs__assets check (assets > 0)
);
--rollback drop table finance.depreciation_runs;

--changeset assets:001-views
--comment What reports and other modules may read.
create view finance.asset_v with (security_invoker = true) as
  select a.id as asset_id, a.organization_id, 'FA-' || lpad(a.number::text, greatest(6, length(a.number::text)), '0') as number,
         a.tag, a.name, a.category, c.name as category_name, a.serial_number, a.location, a.cost_centre, a.project,
         a.in_service_on, a.method, a.convention, a.life_months, a.annual_rate, a.residual, a.currency
    from finance.assets a
    join finance.asset_categories c on c.organization_id = a.organization_id and c.code = a.category;

create view finance.asset_transaction_v with (security_invoker = true) as
  select t.id as transaction_id, t.organization_id, t.asset_id, coalesce(o.kind, t.kind) as kind, t.kind = 'REVERSAL' as reversal,
         t.effective_on, t.period, t.cost, t.accumulated, t.currency, t.proceeds, t.journal_id, t.cost_account, t.depreciation_account,
         t.recorded_at
    from finance.asset_transactions t
    left join finance.asset_transactions o on o.organization_id = t.organization_id and o.id = t.reverses_id;
--rollback drop view finance.asset_transaction_v;
--rollback drop view finance.asset_v;

--changeset assets:001-permissions
with matrix (resource, action, description, roles) as (values
  ('assets.asset', 'read', 'See fixed assets and their depreciation', 'accountant ap-clerk auditor cfo controller department-head treasurer'),
  ('assets.asset', 'manage', 'Enter, add to, write down and dispose of fixed assets', 'accountant controller'),
  ('assets.category', 'manage', 'Set up categories of fixed assets', 'controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource like 'assets.%';
--rollback delete from shared.permissions where resource like 'assets.%';
