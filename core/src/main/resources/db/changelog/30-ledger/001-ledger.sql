--liquibase formatted sql

--changeset ledger:001-accounts splitStatements:false
--comment The chart of accounts. An account's code is its identity: journals, balances and hashes name it, so it never changes.
create table finance.accounts (
  id                  uuid             not null,
  organization_id     uuid             not null,
  code                text collate "C" not null,
  name                text             not null,
  type                text             not null,
  parent              text collate "C",
  postable            boolean          not null,
  currency            char(3),
  required_dimensions text[]           not null default '{}',
  controlled_by       text,
  created_by          text             not null,
  created_at          timestamptz      not null,
  deactivated_at      timestamptz,
  constraint pk_accounts primary key (id),
  constraint uq_accounts__code unique (organization_id, code),
  constraint fk_accounts__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_accounts__parent foreign key (organization_id, parent) references finance.accounts (organization_id, code),
  constraint ck_accounts__code check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'),
  constraint ck_accounts__name check (char_length(name) between 1 and 200),
  constraint ck_accounts__type check (type in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
  constraint ck_accounts__currency check (currency ~ '^[A-Z]{3}$'),
  constraint ck_accounts__required_dimensions check (required_dimensions <@ array['cost-centre']),
  constraint ck_accounts__controlled_by check (controlled_by is null or postable)
);
comment on column finance.accounts.currency is 'when set, only lines in this currency may be posted';
comment on column finance.accounts.controlled_by is 'when set, a control account: only this subledger may post to it';

create function finance.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is refused: what is posted never changes, a correction is a reversal',
    tg_op, tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger tr_accounts__code_never_changes before update on finance.accounts
  for each row when (old.code <> new.code or old.organization_id <> new.organization_id or old.type <> new.type)
  execute function finance.refuse_change();
--rollback drop table finance.accounts;
--rollback drop function finance.refuse_change();

--changeset ledger:001-periods
--comment Fiscal years, their months with state and locks, and the counter every journal's number and chain come from.
create table finance.fiscal_years (
  organization_id uuid        not null,
  year            int         not null,
  starts_on       date        not null,
  ends_on         date        not null,
  opened_by       text        not null,
  opened_at       timestamptz not null,
  constraint pk_fiscal_years primary key (organization_id, year),
  constraint fk_fiscal_years__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_fiscal_years__span check (ends_on > starts_on)
);
comment on column finance.fiscal_years.year is 'the calendar year in which it ends';

create table finance.periods (
  organization_id uuid     not null,
  period          date     not null,
  fiscal_year     int      not null,
  number          smallint not null,
  state           text     not null default 'OPEN',
  constraint pk_periods primary key (organization_id, period),
  constraint fk_periods__fiscal_year foreign key (organization_id, fiscal_year) references finance.fiscal_years (organization_id, year),
  constraint ck_periods__period check (extract(day from period) = 1),
  constraint ck_periods__number check (number between 1 and 12),
  constraint ck_periods__state check (state in ('OPEN', 'SOFT_CLOSED', 'CLOSED'))
);
comment on column finance.periods.period is 'first day of the month';

create table finance.period_locks (
  organization_id uuid        not null,
  period          date        not null,
  module          text        not null,
  locked_by       text        not null,
  locked_at       timestamptz not null,
  constraint pk_period_locks primary key (organization_id, period, module),
  constraint fk_period_locks__period foreign key (organization_id, period) references finance.periods (organization_id, period)
);

create table finance.period_events (
  id              uuid        not null,
  organization_id uuid        not null,
  period          date        not null,
  state_before    text        not null,
  state_after     text        not null,
  changed_by      text        not null,
  changed_at      timestamptz not null,
  constraint pk_period_events primary key (id),
  constraint fk_period_events__period foreign key (organization_id, period) references finance.periods (organization_id, period)
);
create index ix_period_events__period on finance.period_events (organization_id, period, changed_at);

create table finance.series (
  organization_id uuid        not null,
  series          text collate "C" not null,
  fiscal_year     int         not null,
  last_number     bigint      not null default 0,
  chain_hash      bytea       not null,
  recorded_at     timestamptz not null,
  constraint pk_series primary key (organization_id, series, fiscal_year),
  constraint fk_series__fiscal_year foreign key (organization_id, fiscal_year) references finance.fiscal_years (organization_id, year),
  constraint ck_series__last_number check (last_number >= 0),
  constraint ck_series__chain_hash check (octet_length(chain_hash) = 32)
);
comment on table finance.series is 'one row per gapless series: locked by every posting, so number and chain cannot fork';
--rollback drop table finance.series;
--rollback drop table finance.period_events;
--rollback drop table finance.period_locks;
--rollback drop table finance.periods;
--rollback drop table finance.fiscal_years;

--changeset ledger:001-journals splitStatements:false
--comment Journals stay one table because PostgreSQL can keep numbers and source references unique over the whole of it only so; their lines are partitioned (docs/adr/0007).
create table finance.journals (
  id               uuid        not null,
  organization_id  uuid        not null,
  batch            int         not null default 0,
  posting_date     date        not null,
  description      text        not null,
  source           text collate "C" not null,
  source_reference text collate "C" not null,
  maker            text        not null,
  maker_for        text,
  checker          text,
  checker_for      text,
  reverses_id      uuid,
  line_count       int         not null,
  content_hash     bytea       not null,
  series           text collate "C" not null,
  fiscal_year      int         not null,
  number           bigint      not null,
  recorded_at      timestamptz not null,
  chain_hash       bytea       not null,
  constraint pk_journals primary key (id, organization_id),
  constraint uq_journals__number unique (organization_id, series, fiscal_year, number),
  constraint uq_journals__source_reference unique (organization_id, source, source_reference),
  constraint ck_journals__checker_is_not_maker check (
    checker is null
    or (checker <> maker and checker is distinct from maker_for
        and checker_for is distinct from maker
        and (checker_for is null or checker_for is distinct from maker_for))),
  constraint ck_journals__line_count check (line_count >= 2)
);
comment on column finance.journals.batch is '0: posted one by one; else the import whose partition holds the lines';
comment on column finance.journals.source is 'the module that posts, and after a colon its own distinction: payables, journals:BANK';
create unique index uq_journals__reverses_id on finance.journals (reverses_id) where reverses_id is not null;

create trigger tr_journals__never_change before update or delete on finance.journals
  for each row execute function finance.refuse_change();
create trigger tr_journals__never_truncate before truncate on finance.journals
  for each statement execute function finance.refuse_change();

create table finance.journal_lines (
  batch           int              not null default 0,
  organization_id uuid             not null,
  journal_id      uuid             not null,
  line_no         int              not null,
  posting_date    date             not null,
  account         text collate "C" not null,
  currency        char(3)          not null,
  amount          numeric(19, 4)   not null,
  base_amount     numeric(19, 4)   not null,
  cost_centre     text collate "C",
  text            text
) partition by list (batch);
comment on column finance.journal_lines.amount is 'in currency; debit positive, credit negative';
comment on column finance.journal_lines.base_amount is 'in the organization''s base currency; debit positive, credit negative';
comment on column finance.journal_lines.text is 'null: the journal''s description says it';
create trigger tr_journal_lines__never_change before update or delete on finance.journal_lines
  for each row execute function finance.refuse_change();

create table finance.journal_lines_single partition of finance.journal_lines for values in (0) partition by range (posting_date);
create sequence finance.journal_batch;

create function finance.add_line_partition(calendar_year int) returns void language plpgsql as $$
declare
  leaf text := 'journal_lines_' || calendar_year;
begin
  perform pg_advisory_xact_lock(hashtext('finance.add_line_partition'));
  if to_regclass('finance.' || leaf) is not null then
    return;
  end if;
  execute format('create table finance.%I (like finance.journal_lines including defaults)', leaf);
  execute format($ddl$
    alter table finance.%1$I
      add constraint pk_%1$s primary key (journal_id, line_no),
      add constraint fk_%1$s__journal foreign key (journal_id, organization_id)
        references finance.journals (id, organization_id) deferrable initially deferred,
      add constraint fk_%1$s__account foreign key (organization_id, account)
        references finance.accounts (organization_id, code)$ddl$, leaf);
  execute format('create index ix_%1$s__account on finance.%1$I (organization_id, account, posting_date)', leaf);
  execute format('create index ix_%1$s__posting_date on finance.%1$I (organization_id, posting_date)', leaf);
  execute format('alter table finance.%I enable row level security', leaf);
  execute format('create trigger tr_%1$s__never_truncate before truncate on finance.%1$I for each statement execute function finance.refuse_change()', leaf);
  execute format('alter table finance.journal_lines_single attach partition finance.%I for values from (%L) to (%L)',
    leaf, make_date(calendar_year, 1, 1), make_date(calendar_year + 1, 1, 1));
end $$;
comment on function finance.add_line_partition is 'where journals posted one by one keep the lines of one calendar year';

create function finance.create_import_partition(batch int) returns text language plpgsql as $$
declare
  leaf text := 'journal_lines_import_' || batch;
begin
  execute format('create table finance.%I (like finance.journal_lines including defaults)', leaf);
  return 'finance.' || quote_ident(leaf);
end $$;
comment on function finance.create_import_partition is 'an empty table nobody else sees, to COPY one import into';

create function finance.seal_import_partition(batch int, organization uuid, first_day date, last_day date) returns void language plpgsql as $$
declare
  leaf text := 'journal_lines_import_' || batch;
begin
  execute format($ddl$
    alter table finance.%1$I
      add constraint ck_%1$s check (batch = %2$L and organization_id = %3$L and posting_date between %4$L and %5$L),
      add constraint pk_%1$s primary key (journal_id, line_no),
      add constraint fk_%1$s__account foreign key (organization_id, account)
        references finance.accounts (organization_id, code)$ddl$, leaf, batch, organization, first_day, last_day);
  execute format('create index ix_%1$s__account on finance.%1$I (account, posting_date)', leaf);
  execute format('create index ix_%1$s__posting_date on finance.%1$I using brin (posting_date)', leaf);
  execute format('analyze finance.%I', leaf); -- or the planner takes it for empty until the next autovacuum
  execute format('alter table finance.%I enable row level security', leaf);
  execute format('create trigger tr_%1$s__never_truncate before truncate on finance.%1$I for each statement execute function finance.refuse_change()', leaf);
end $$;
comment on function finance.seal_import_partition is 'keys and indexes, built once over all rows instead of row by row';

create function finance.attach_import_partition(batch int) returns void language plpgsql as $$
begin
  execute format('alter table finance.journal_lines attach partition finance.%I for values in (%s)',
    'journal_lines_import_' || batch, batch);
end $$;
comment on function finance.attach_import_partition is 'the last step of an import: its lines become part of the books';
--rollback drop table finance.journal_lines;
--rollback drop table finance.journals;
--rollback drop sequence finance.journal_batch;
--rollback drop function finance.add_line_partition(int);
--rollback drop function finance.create_import_partition(int);
--rollback drop function finance.seal_import_partition(int, uuid, date, date);
--rollback drop function finance.attach_import_partition(int);

--changeset ledger:001-balances
--comment Kept by every posting in its own transaction, so that a trial balance and a close cost as much as there are accounts, not lines.
create table finance.balances (
  organization_id uuid             not null,
  account         text collate "C" not null,
  period          date             not null,
  currency        char(3)          not null,
  debit           numeric(19, 4)   not null,
  credit          numeric(19, 4)   not null,
  base_debit      numeric(19, 4)   not null,
  base_credit     numeric(19, 4)   not null,
  lines           bigint           not null,
  constraint pk_balances primary key (organization_id, account, period, currency),
  constraint fk_balances__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint fk_balances__period foreign key (organization_id, period) references finance.periods (organization_id, period)
) with (fillfactor = 70);

create table finance.cost_centre_balances (
  organization_id uuid             not null,
  cost_centre     text collate "C" not null,
  account         text collate "C" not null,
  period          date             not null,
  currency        char(3)          not null,
  debit           numeric(19, 4)   not null,
  credit          numeric(19, 4)   not null,
  base_debit      numeric(19, 4)   not null,
  base_credit     numeric(19, 4)   not null,
  lines           bigint           not null,
  constraint pk_cost_centre_balances primary key (organization_id, cost_centre, account, period, currency)
) with (fillfactor = 70);
comment on table finance.cost_centre_balances is 'no foreign keys: account and period are those of a row of finance.balances, written by the same statement';
--rollback drop table finance.cost_centre_balances;
--rollback drop table finance.balances;

--changeset ledger:001-journal-imports
--comment One row per imported file: found again by the request that asked for it, so that a restarted job does not import twice.
create table finance.journal_imports (
  id              uuid        not null,
  organization_id uuid        not null,
  request_id      uuid        not null,
  batch           int         not null,
  name            text        not null,
  sha256          char(64)    not null,
  entries         bigint      not null,
  lines           bigint      not null,
  first_day       date        not null,
  last_day        date        not null,
  imported_by     text        not null,
  recorded_at     timestamptz not null,
  constraint pk_journal_imports primary key (id),
  constraint uq_journal_imports__request unique (organization_id, request_id),
  constraint uq_journal_imports__content unique (organization_id, sha256),
  constraint fk_journal_imports__organization foreign key (organization_id) references shared.organizations (id)
);
--rollback drop table finance.journal_imports;

--changeset ledger:001-views
--comment What other modules and reports may read, with the rights of whoever asks.
create view finance.ledger_account_v with (security_invoker = true) as
  select organization_id, code as account, name, type, parent, postable, currency, controlled_by, deactivated_at is null as active
    from finance.accounts;

create view finance.ledger_period_v with (security_invoker = true) as
  select organization_id, period, fiscal_year, number, state from finance.periods;

create view finance.ledger_journal_v with (security_invoker = true) as
  select j.id as journal_id, j.organization_id,
         j.series || '-' || j.fiscal_year || '-' || lpad(j.number::text, greatest(6, length(j.number::text)), '0') as number,
         j.series, j.fiscal_year, j.number as sequence_number,
         j.posting_date, date_trunc('month', j.posting_date)::date as period, j.recorded_at,
         j.description, j.source, split_part(j.source, ':', 1) as module, j.source_reference,
         j.maker, j.maker_for, j.checker, j.checker_for, j.reverses_id, j.line_count, j.batch, j.content_hash, j.chain_hash
    from finance.journals j;

create view finance.ledger_journal_line_v with (security_invoker = true) as
  select l.organization_id, l.journal_id, j.number, l.line_no, l.posting_date, j.period, j.recorded_at,
         l.account, l.currency, l.amount, l.base_amount, l.cost_centre,
         coalesce(l.text, j.description) as text, j.source, j.module, j.source_reference, j.reverses_id
    from finance.journal_lines l
    join finance.ledger_journal_v j
      on j.journal_id = l.journal_id and j.organization_id = l.organization_id and j.batch = l.batch;

create view finance.ledger_balance_v with (security_invoker = true) as
  select b.organization_id, b.account, a.name, a.type, b.period, p.fiscal_year, b.currency,
         b.debit, b.credit, b.debit - b.credit as balance,
         b.base_debit, b.base_credit, b.base_debit - b.base_credit as base_balance, b.lines
    from finance.balances b
    join finance.accounts a on a.organization_id = b.organization_id and a.code = b.account
    join finance.periods p on p.organization_id = b.organization_id and p.period = b.period;

create view finance.ledger_cost_centre_balance_v with (security_invoker = true) as
  select b.organization_id, b.cost_centre, b.account, a.name, a.type, b.period, p.fiscal_year, b.currency,
         b.debit, b.credit, b.debit - b.credit as balance,
         b.base_debit, b.base_credit, b.base_debit - b.base_credit as base_balance, b.lines
    from finance.cost_centre_balances b
    join finance.accounts a on a.organization_id = b.organization_id and a.code = b.account
    join finance.periods p on p.organization_id = b.organization_id and p.period = b.period;
--rollback drop view finance.ledger_cost_centre_balance_v;
--rollback drop view finance.ledger_balance_v;
--rollback drop view finance.ledger_journal_line_v;
--rollback drop view finance.ledger_journal_v;
--rollback drop view finance.ledger_period_v;
--rollback drop view finance.ledger_account_v;
