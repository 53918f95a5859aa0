--liquibase formatted sql

--changeset consolidation:001-groups
--comment A group belongs to the company that consolidates it: its rows are that company's rows. What its members posted stays theirs and is read with the rights of whoever asks.
create table finance.groups (
  id              uuid          not null,
  organization_id uuid          not null,
  code            text          not null,
  name            text          not null,
  currency        char(3)       not null,
  tolerance       numeric(19,4) not null default 0,
  created_by      text          not null,
  created_at      timestamptz   not null,
  deleted_at      timestamptz,
  constraint pk_groups primary key (id),
  constraint uq_groups__organization_id unique (organization_id, id),
  constraint fk_groups__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_groups__code check (code ~ '^[A-Z][A-Z0-9-]{1,15}$'),
  constraint ck_groups__name check (char_length(name) between 1 and 200),
  constraint ck_groups__currency check (currency ~ '^[A-Z]{3}$'),
  constraint ck_groups__tolerance check (tolerance >= 0)
);
create unique index uq_groups__code on finance.groups (code) where deleted_at is null;
comment on column finance.groups.organization_id is 'the parent company; a member like the others';
comment on column finance.groups.currency is 'the currency the group presents its figures in';
comment on column finance.groups.tolerance is 'in that currency: up to here a difference between two members needs no reason';

create table finance.group_members (
  organization_id uuid        not null,
  group_id        uuid        not null,
  member_id       uuid        not null,
  added_by        text        not null,
  added_at        timestamptz not null,
  constraint pk_group_members primary key (group_id, member_id),
  constraint fk_group_members__group foreign key (organization_id, group_id) references finance.groups (organization_id, id),
  constraint fk_group_members__member foreign key (member_id) references shared.organizations (id)
);
--rollback drop table finance.group_members;
--rollback drop table finance.groups;

--changeset consolidation:001-group-accounts
--comment The group's own short chart, and which of it each member's accounts are. Ranges compare as bytes, as account codes do everywhere.
create table finance.group_accounts (
  organization_id uuid             not null,
  group_id        uuid             not null,
  code            text collate "C" not null,
  name            text             not null,
  type            text             not null,
  translation     text             not null,
  purpose         text,
  constraint pk_group_accounts primary key (group_id, code),
  constraint fk_group_accounts__group foreign key (organization_id, group_id) references finance.groups (organization_id, id),
  constraint ck_group_accounts__code check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'),
  constraint ck_group_accounts__name check (char_length(name) between 1 and 200),
  constraint ck_group_accounts__type check (type in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
  constraint ck_group_accounts__translation check (translation in ('CLOSING', 'AVERAGE', 'HISTORICAL')),
  constraint ck_group_accounts__purpose check (purpose in
    ('RETAINED_EARNINGS', 'TRANSLATION_RESERVE', 'ACQUISITION_DIFFERENCE', 'BALANCE_DIFFERENCE', 'RESULT_DIFFERENCE')),
  -- a result has no closing rate: it arose through the year
  constraint ck_group_accounts__result check ((type in ('INCOME', 'EXPENSE')) = (translation = 'AVERAGE'))
);
create unique index uq_group_accounts__purpose on finance.group_accounts (group_id, purpose) where purpose is not null;

create table finance.group_mappings (
  organization_id uuid             not null,
  group_id        uuid             not null,
  member_id       uuid             not null,
  from_account    text collate "C" not null,
  to_account      text collate "C" not null,
  group_account   text collate "C" not null,
  constraint pk_group_mappings primary key (group_id, member_id, from_account),
  constraint fk_group_mappings__member foreign key (group_id, member_id) references finance.group_members (group_id, member_id),
  constraint fk_group_mappings__group foreign key (organization_id, group_id) references finance.groups (organization_id, id),
  constraint fk_group_mappings__account foreign key (group_id, group_account) references finance.group_accounts (group_id, code),
  constraint ck_group_mappings__range check (from_account <= to_account)
);

create table finance.historical_rates (
  organization_id uuid             not null,
  group_id        uuid             not null,
  member_id       uuid             not null,
  account         text collate "C" not null,
  rate            numeric(30,15)   not null,
  reason          text             not null,
  set_by          text             not null,
  set_at          timestamptz      not null,
  constraint pk_historical_rates primary key (group_id, member_id, account),
  constraint fk_historical_rates__group foreign key (organization_id, group_id) references finance.groups (organization_id, id),
  constraint fk_historical_rates__member foreign key (group_id, member_id) references finance.group_members (group_id, member_id),
  constraint fk_historical_rates__account foreign key (member_id, account) references finance.accounts (organization_id, code),
  constraint ck_historical_rates__rate check (rate > 0),
  constraint ck_historical_rates__reason check (char_length(reason) between 1 and 500)
);
comment on table finance.historical_rates is 'the rate of an account whose money came in before the rates of this system begin: group currency per one of the member''s';
--rollback drop table finance.historical_rates;
--rollback drop table finance.group_mappings;
--rollback drop table finance.group_accounts;

--changeset consolidation:001-intercompany-pairs
--comment Two accounts of two members that say the same thing from both ends.
create table finance.intercompany_pairs (
  id              uuid             not null,
  organization_id uuid             not null,
  group_id        uuid             not null,
  kind            text             not null,
  name            text             not null,
  member_a        uuid             not null,
  account_a       text collate "C" not null,
  member_b        uuid             not null,
  account_b       text collate "C" not null,
  created_by      text             not null,
  created_at      timestamptz      not null,
  constraint pk_intercompany_pairs primary key (id),
  constraint uq_intercompany_pairs__organization_id unique (organization_id, id),
  constraint uq_intercompany_pairs__account_a unique (group_id, member_a, account_a),
  constraint uq_intercompany_pairs__account_b unique (group_id, member_b, account_b),
  constraint fk_intercompany_pairs__group foreign key (organization_id, group_id) references finance.groups (organization_id, id),
  constraint fk_intercompany_pairs__member_a foreign key (group_id, member_a) references finance.group_members (group_id, member_id),
  constraint fk_intercompany_pairs__member_b foreign key (group_id, member_b) references finance.group_members (group_id, member_id),
  constraint fk_intercompany_pairs__account_a foreign key (member_a, account_a) references finance.accounts (organization_id, code),
  constraint fk_intercompany_pairs__account_b foreign key (member_b, account_b) references finance.accounts (organization_id, code),
  constraint ck_intercompany_pairs__kind check (kind in ('BALANCE', 'RESULT', 'INVESTMENT')),
  constraint ck_intercompany_pairs__name check (char_length(name) between 1 and 200),
  constraint ck_intercompany_pairs__two_members check (member_a <> member_b)
);
comment on column finance.intercompany_pairs.kind is 'BALANCE: claim and debt; RESULT: income and expense; INVESTMENT: share and capital';
--rollback drop table finance.intercompany_pairs;

--changeset consolidation:001-group-views
--comment What reports and other modules may read.
create view finance.group_v as
  select id as group_id, organization_id, code, name, currency from finance.groups where deleted_at is null;
create view finance.group_member_v as
  select m.group_id, m.organization_id, m.member_id, o.code, o.name
    from finance.group_members m join shared.organization_v o on o.id = m.member_id;
create view finance.intercompany_pair_v as
  select id as pair_id, organization_id, group_id, kind, name, member_a, account_a, member_b, account_b
    from finance.intercompany_pairs;
--rollback drop view finance.intercompany_pair_v;
--rollback drop view finance.group_member_v;
--rollback drop view finance.group_v;
