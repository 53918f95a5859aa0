--liquibase formatted sql

--changeset allocations:001-statistics
--comment Figures that are no money (people, square metres), by cost centre, each valid from a month until the next one.
create table finance.statistics (
  organization_id uuid        not null,
  code            text        not null,
  name            text        not null,
  unit            text        not null,
  created_by      text        not null,
  created_at      timestamptz not null,
  constraint pk_statistics primary key (organization_id, code),
  constraint fk_statistics__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_statistics__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint ck_statistics__name check (char_length(name) between 1 and 200)
);
create table finance.statistic_values (
  organization_id uuid             not null,
  statistic       text             not null,
  cost_centre     text collate "C" not null,
  valid_from      date             not null,
  quantity        numeric(19, 4)   not null,
  reported_by     text             not null,
  reported_at     timestamptz      not null,
  constraint pk_statistic_values primary key (organization_id, statistic, cost_centre, valid_from),
  constraint fk_statistic_values__statistic foreign key (organization_id, statistic) references finance.statistics (organization_id, code),
  constraint ck_statistic_values__valid_from check (extract(day from valid_from) = 1),
  constraint ck_statistic_values__quantity check (quantity >= 0)
);
--rollback drop table finance.statistic_values;
--rollback drop table finance.statistics;

--changeset allocations:001-rules
--comment Which costs go where, in the order of the steps. A rule is changed by ending it and making another, so that what a past month was allocated by can still be read.
create table finance.allocation_rules (
  id                 uuid             not null,
  organization_id    uuid             not null,
  code               text             not null,
  name               text             not null,
  step               int              not null,
  source_cost_centre text collate "C",
  source_accounts    text             not null,
  target_account     text collate "C",
  offset_account     text collate "C",
  driver             text             not null,
  statistic          text,
  driver_accounts    text,
  valid_from         date             not null,
  valid_to           date,
  created_by         text             not null,
  created_at         timestamptz      not null,
  constraint pk_allocation_rules primary key (id),
  constraint uq_allocation_rules__organization_id unique (organization_id, id),
  constraint uq_allocation_rules__code unique (organization_id, code),
  constraint fk_allocation_rules__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_allocation_rules__target_account foreign key (organization_id, target_account) references finance.accounts (organization_id, code),
  constraint fk_allocation_rules__offset_account foreign key (organization_id, offset_account) references finance.accounts (organization_id, code),
  constraint fk_allocation_rules__statistic foreign key (organization_id, statistic) references finance.statistics (organization_id, code),
  constraint ck_allocation_rules__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint ck_allocation_rules__name check (char_length(name) between 1 and 200),
  constraint ck_allocation_rules__step check (step between 1 and 999),
  constraint ck_allocation_rules__driver check (
    case driver when 'FIXED' then statistic is null and driver_accounts is null
                when 'STATISTIC' then statistic is not null and driver_accounts is null
                when 'BALANCE' then statistic is null and driver_accounts is not null
                else false end),
  constraint ck_allocation_rules__months check (extract(day from valid_from) = 1 and (valid_to is null or (extract(day from valid_to) = 1 and valid_to >= valid_from)))
);
comment on column finance.allocation_rules.source_cost_centre is 'null: what stands on no cost centre';
comment on column finance.allocation_rules.source_accounts is 'codes and ranges: 6100-6299,6805';
comment on column finance.allocation_rules.target_account is 'null: the account the cost came from';
comment on column finance.allocation_rules.offset_account is 'credited instead of the account the cost came from, so that primary costs stay in sight';
comment on column finance.allocation_rules.valid_to is 'the last month it is used in';

create table finance.allocation_targets (
  organization_id uuid             not null,
  rule_id         uuid             not null,
  cost_centre     text collate "C" not null,
  share           numeric(19, 4),
  constraint pk_allocation_targets primary key (rule_id, cost_centre),
  constraint fk_allocation_targets__rule foreign key (organization_id, rule_id) references finance.allocation_rules (organization_id, id),
  constraint ck_allocation_targets__share check (share > 0)
);
comment on column finance.allocation_targets.share is 'weight of a fixed driver; null for others';
--rollback drop table finance.allocation_targets;
--rollback drop table finance.allocation_rules;

--changeset allocations:001-runs splitStatements:false
--comment What a rule posted for a month: the driver it used and the amounts it brought about. A month run again posts the difference under the next number.
create table finance.allocation_runs (
  id              uuid           not null,
  organization_id uuid           not null,
  rule_id         uuid           not null,
  period          date           not null,
  sequence        int            not null,
  kind            text           not null,
  journal_id      uuid           not null,
  allocated       numeric(19, 4) not null,
  currency        char(3)        not null,
  run_by          text           not null,
  run_at          timestamptz    not null,
  constraint pk_allocation_runs primary key (id),
  constraint uq_allocation_runs__organization_id unique (organization_id, id),
  constraint uq_allocation_runs__sequence unique (rule_id, period, sequence),
  constraint uq_allocation_runs__journal unique (organization_id, journal_id),
  constraint fk_allocation_runs__rule foreign key (organization_id, rule_id) references finance.allocation_rules (organization_id, id),
  constraint fk_allocation_runs__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint ck_allocation_runs__kind check (kind in ('ALLOCATION', 'REVERSAL'))
);
create index ix_allocation_runs__period on finance.allocation_runs (organization_id, period);
comment on column finance.allocation_runs.allocated is 'what the rule has allocated for the month in all, after this run';

create table finance.allocation_run_shares (
  organization_id uuid             not null,
  run_id          uuid             not null,
  cost_centre     text collate "C" not null,
  quantity        numeric(19, 4)   not null,
  amount          numeric(19, 4)   not null,
  currency        char(3)          not null,
  constraint pk_allocation_run_shares primary key (run_id, cost_centre),
  constraint fk_allocation_run_shares__run foreign key (organization_id, run_id) references finance.allocation_runs (organization_id, id)
);
comment on column finance.allocation_run_shares.quantity is 'the driver: share, people, square metres, balance';
comment on column finance.allocation_run_shares.amount is 'of the month in all, after this run';
create trigger tr_allocation_runs__never_change before update or delete on finance.allocation_runs
  for each row execute function finance.refuse_change();
create trigger tr_allocation_run_shares__never_change before update or delete on finance.allocation_run_shares
  for each row execute function finance.refuse_change();
--rollback drop table finance.allocation_run_shares;
--rollback drop table finance.allocation_runs;

--changeset allocations:001-permissions
with matrix (resource, action, description, roles) as (values
  ('allocations.rule', 'read', 'See allocation rules, their drivers and what they posted', 'accountant auditor cfo controller department-head'),
  ('allocations.rule', 'manage', 'Make and end allocation rules', 'controller'),
  ('allocations.statistic', 'report', 'Report the figures costs are allocated by', 'accountant controller'),
  ('allocations.run', 'reverse', 'Take an allocation of a month back', 'accountant controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource like 'allocations.%';
--rollback delete from shared.permissions where resource like 'allocations.%';
