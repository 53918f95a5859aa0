--liquibase formatted sql

--changeset consolidation:002-consolidations splitStatements:false
--comment One row per attempt to close a group's month. The second person is another one by constraint; at most one attempt is under way; what is closed never changes.
create table finance.consolidations (
  id              uuid        not null,
  organization_id uuid        not null,
  group_id        uuid        not null,
  period          date        not null,
  sequence        int         not null,
  number          text        not null,
  currency        char(3)     not null,
  state           text        not null,
  prepared_by     text        not null,
  prepared_for    text,
  started_at      timestamptz not null,
  accepted_by     text,
  accepted_for    text,
  accepted_reason text,
  submitted_by    text,
  submitted_for   text,
  submitted_at    timestamptz,
  figures_hash    char(64),
  workbook_id     uuid,
  approved_by     text,
  approved_for    text,
  approved_at     timestamptz,
  closed_at       timestamptz,
  ended_at        timestamptz,
  remark          text,
  version         int         not null default 0,
  constraint pk_consolidations primary key (id),
  constraint uq_consolidations__organization_id unique (organization_id, id),
  constraint uq_consolidations__sequence unique (group_id, period, sequence),
  constraint uq_consolidations__number unique (organization_id, number),
  constraint fk_consolidations__group foreign key (organization_id, group_id) references finance.groups (organization_id, id),
  constraint ck_consolidations__period check (extract(day from period) = 1),
  constraint ck_consolidations__state check (state in ('CHECKING', 'IN_REVIEW', 'APPROVED', 'CLOSED', 'WITHDRAWN')),
  constraint ck_consolidations__accepted check ((accepted_by is null) = (accepted_reason is null)),
  constraint ck_consolidations__review check (state not in ('IN_REVIEW', 'APPROVED', 'CLOSED') or figures_hash is not null),
  constraint ck_consolidations__submitted check (state not in ('APPROVED', 'CLOSED')
    or (submitted_by is not null and submitted_at is not null and workbook_id is not null)),
  constraint ck_consolidations__approval check (state not in ('APPROVED', 'CLOSED')
    or (approved_by is not null and approved_at is not null)),
  constraint ck_consolidations__checker_is_not_maker check (approved_by is null
    or (approved_by <> prepared_by and approved_by <> submitted_by
        and approved_by is distinct from prepared_for and approved_by is distinct from submitted_for
        and approved_by is distinct from accepted_by and approved_by is distinct from accepted_for
        and (approved_for is null
             or (approved_for <> prepared_by and approved_for <> submitted_by
                 and approved_for is distinct from prepared_for and approved_for is distinct from submitted_for
                 and approved_for is distinct from accepted_by and approved_for is distinct from accepted_for)))),
  constraint ck_consolidations__end check ((state in ('CLOSED', 'WITHDRAWN')) = (ended_at is not null)),
  constraint ck_consolidations__closed check ((state = 'CLOSED') = (closed_at is not null))
);
create unique index uq_consolidations__under_way on finance.consolidations (group_id, period)
  where state not in ('CLOSED', 'WITHDRAWN');
comment on column finance.consolidations.accepted_reason is 'why differences between members beyond the tolerance are let stand';
comment on column finance.consolidations.figures_hash is 'hash over the consolidated trial balance and what it rests on; nothing else is approved and closed';

create function finance.refuse_consolidation_change() returns trigger language plpgsql as $$
begin
  raise exception 'a closed consolidation never changes: close the group''s month again for another one'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger tr_consolidations__closed_never_changes before update or delete on finance.consolidations
  for each row when (old.state = 'CLOSED') execute function finance.refuse_consolidation_change();
create trigger tr_consolidations__never_truncate before truncate on finance.consolidations
  for each statement execute function finance.refuse_consolidation_change();

create function finance.refuse_closed_consolidation() returns trigger language plpgsql as $$
begin
  if exists (select 1 from finance.consolidations c
              where c.id = coalesce(new.consolidation_id, old.consolidation_id) and c.state = 'CLOSED') then
    raise exception 'a closed consolidation never changes: close the group''s month again for another one'
      using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;

create table finance.consolidation_members (
  organization_id    uuid        not null,
  consolidation_id   uuid        not null,
  member_id          uuid        not null,
  currency           char(3)     not null,
  certificate_id     uuid        not null,
  certificate_number text        not null,
  certificate_sha256 char(64)    not null,
  figures_hash       char(64)    not null,
  reserve_on_equity  numeric(19,4) not null default 0,
  reserve_on_result  numeric(19,4) not null default 0,
  reserve_rounding   numeric(19,4) not null default 0,
  constraint pk_consolidation_members primary key (consolidation_id, member_id),
  constraint fk_consolidation_members__consolidation foreign key (organization_id, consolidation_id) references finance.consolidations (organization_id, id),
  constraint fk_consolidation_members__member foreign key (member_id) references shared.organizations (id),
  constraint fk_consolidation_members__certificate foreign key (member_id, certificate_id) references finance.close_certificates (organization_id, id)
);
comment on column finance.consolidation_members.reserve_on_equity is 'what its equity is worth at the closing rate, less what it was at historical rates; debit positive like every amount here';
comment on column finance.consolidation_members.reserve_on_result is 'the same for its results: closing rate less the averages of their months';
comment on column finance.consolidation_members.reserve_rounding is 'cents of translating account by account';
comment on table finance.consolidation_members is 'whose books the figures rest on, by the certificate their month was closed with';

create table finance.consolidation_rates (
  organization_id  uuid           not null,
  consolidation_id uuid           not null,
  currency         char(3)        not null,
  kind             text           not null,
  rate_date        date           not null,
  rate             numeric(30,15) not null,
  published_on     date           not null,
  source           text           not null,
  constraint pk_consolidation_rates primary key (consolidation_id, currency, kind, rate_date),
  constraint fk_consolidation_rates__consolidation foreign key (organization_id, consolidation_id) references finance.consolidations (organization_id, id),
  constraint ck_consolidation_rates__kind check (kind in ('CLOSING', 'AVERAGE', 'HISTORICAL')),
  constraint ck_consolidation_rates__rate check (rate > 0)
);
comment on column finance.consolidation_rates.rate is 'group currency per one of currency';

create table finance.consolidation_lines (
  organization_id  uuid             not null,
  consolidation_id uuid             not null,
  line_no          int              not null,
  kind             text             not null,
  member_id        uuid,
  account          text collate "C",
  pair_id          uuid,
  group_account    text collate "C" not null,
  translation      text,
  local_amount     numeric(19,4),
  local_currency   char(3),
  amount           numeric(19,4)    not null,
  currency         char(3)          not null,
  text             text,
  constraint pk_consolidation_lines primary key (consolidation_id, line_no),
  constraint fk_consolidation_lines__consolidation foreign key (organization_id, consolidation_id) references finance.consolidations (organization_id, id),
  constraint fk_consolidation_lines__pair foreign key (organization_id, pair_id) references finance.intercompany_pairs (organization_id, id),
  constraint ck_consolidation_lines__kind check (kind in ('MEMBER', 'RESERVE', 'ELIMINATION')),
  constraint ck_consolidation_lines__member check (kind = 'ELIMINATION' or member_id is not null),
  constraint ck_consolidation_lines__pair check ((kind = 'ELIMINATION') = (pair_id is not null)),
  constraint ck_consolidation_lines__translation check (translation in ('CLOSING', 'AVERAGE', 'HISTORICAL')),
  constraint ck_consolidation_lines__local check ((local_amount is null) = (local_currency is null))
);
comment on column finance.consolidation_lines.amount is 'in the group''s currency; debit positive, credit negative';
create index ix_consolidation_lines__account on finance.consolidation_lines (consolidation_id, group_account);

create table finance.consolidation_matches (
  organization_id  uuid          not null,
  consolidation_id uuid          not null,
  pair_id          uuid          not null,
  currency         char(3)       not null,
  amount_a         numeric(19,4) not null,
  amount_b         numeric(19,4) not null,
  difference       numeric(19,4) not null,
  group_difference numeric(19,4) not null,
  constraint pk_consolidation_matches primary key (consolidation_id, pair_id, currency),
  constraint fk_consolidation_matches__consolidation foreign key (organization_id, consolidation_id) references finance.consolidations (organization_id, id),
  constraint fk_consolidation_matches__pair foreign key (organization_id, pair_id) references finance.intercompany_pairs (organization_id, id),
  constraint ck_consolidation_matches__difference check (difference = amount_a + amount_b)
);
comment on table finance.consolidation_matches is 'what the two accounts of a pair said, in the currency it was agreed in; zero when both say the same';

create trigger tr_consolidation_members__closed_never_changes before insert or update or delete on finance.consolidation_members
  for each row execute function finance.refuse_closed_consolidation();
create trigger tr_consolidation_rates__closed_never_changes before insert or update or delete on finance.consolidation_rates
  for each row execute function finance.refuse_closed_consolidation();
create trigger tr_consolidation_lines__closed_never_changes before insert or update or delete on finance.consolidation_lines
  for each row execute function finance.refuse_closed_consolidation();
create trigger tr_consolidation_matches__closed_never_changes before insert or update or delete on finance.consolidation_matches
  for each row execute function finance.refuse_closed_consolidation();
--rollback drop table finance.consolidation_matches;
--rollback drop table finance.consolidation_lines;
--rollback drop table finance.consolidation_rates;
--rollback drop table finance.consolidation_members;
--rollback drop table finance.consolidations;
--rollback drop function finance.refuse_closed_consolidation();
--rollback drop function finance.refuse_consolidation_change();

--changeset consolidation:002-certificates splitStatements:false
--comment The signed files, as they were signed. They never change; a later one of the same month names the one before.
create table finance.group_certificates (
  id               uuid        not null,
  organization_id  uuid        not null,
  consolidation_id uuid        not null,
  number           text        not null,
  figures_hash     char(64)    not null,
  file             text        not null,
  sha256           char(64)    not null,
  fingerprint      char(64)    not null,
  previous_id      uuid,
  issued_at        timestamptz not null,
  constraint pk_group_certificates primary key (id),
  constraint uq_group_certificates__organization_id unique (organization_id, id),
  constraint uq_group_certificates__consolidation unique (consolidation_id),
  constraint uq_group_certificates__previous unique (previous_id),
  constraint fk_group_certificates__consolidation foreign key (organization_id, consolidation_id) references finance.consolidations (organization_id, id),
  constraint fk_group_certificates__previous foreign key (organization_id, previous_id) references finance.group_certificates (organization_id, id)
);
create trigger tr_group_certificates__never_change before update or delete on finance.group_certificates
  for each row execute function finance.refuse_certificate_change();
create trigger tr_group_certificates__never_truncate before truncate on finance.group_certificates
  for each statement execute function finance.refuse_certificate_change();
--rollback drop table finance.group_certificates;

--changeset consolidation:002-views
--comment The consolidated trial balance of every attempt; reports take the newest closed one of a month.
create view finance.consolidation_v as
  select c.id as consolidation_id, c.organization_id, c.group_id, g.code as group_code, c.period, c.sequence, c.number,
         c.currency, c.state, c.figures_hash, c.approved_by, c.closed_at,
         c.state = 'CLOSED' and c.sequence = max(c.sequence) filter (where c.state = 'CLOSED') over (partition by c.group_id, c.period) as newest
    from finance.consolidations c
    join finance.groups g on g.id = c.group_id;

create view finance.consolidated_balance_v as
  select l.organization_id, l.consolidation_id, c.group_id, c.period, l.group_account as account, a.name, a.type, a.purpose, l.currency,
         coalesce(sum(l.amount) filter (where l.kind <> 'ELIMINATION'), 0) as members,
         coalesce(sum(l.amount) filter (where l.kind = 'ELIMINATION'), 0) as eliminations,
         sum(l.amount) as balance
    from finance.consolidation_lines l
    join finance.consolidations c on c.id = l.consolidation_id
    join finance.group_accounts a on a.group_id = c.group_id and a.code = l.group_account
   group by l.organization_id, l.consolidation_id, c.group_id, c.period, l.group_account, a.name, a.type, a.purpose, l.currency;

create view finance.consolidation_line_v as
  select l.organization_id, l.consolidation_id, l.line_no, l.kind, l.member_id, o.code as member, l.account, l.pair_id,
         l.group_account, l.translation, l.local_amount, l.local_currency, l.amount, l.currency, l.text
    from finance.consolidation_lines l
    left join shared.organization_v o on o.id = l.member_id;
--rollback drop view finance.consolidation_line_v;
--rollback drop view finance.consolidated_balance_v;
--rollback drop view finance.consolidation_v;

--changeset consolidation:002-permissions
--comment Whoever works on a group needs the permission in every one of its members.
with matrix (resource, action, description, roles) as (values
  ('consolidation.group', 'read', 'See a group, its consolidated figures and what its members owe each other',
    'accountant auditor cfo controller treasurer'),
  ('consolidation.group', 'manage', 'Set up groups: members, chart, mapping, intercompany pairs',
    'controller'),
  ('consolidation.group-close', 'start', 'Start closing a month of a group',
    'accountant controller'),
  ('consolidation.group-close', 'work', 'Work on the tasks of a group close',
    'accountant controller'),
  ('consolidation.group-close', 'accept-difference', 'Let a difference between two members stand, with a reason',
    'controller'),
  ('consolidation.group-close', 'approve', 'Approve a consolidated trial balance as the second person',
    'cfo')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource like 'consolidation.%';
--rollback delete from shared.permissions where resource like 'consolidation.%';
