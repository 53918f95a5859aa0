--liquibase formatted sql

--changeset journals:010-manual-journals
--comment A journal a person writes, on its way past a second person. SCHEDULED: approved, and posted by its schedule from then on (docs/adr/0010).
create table finance.manual_journal_series (
  organization_id uuid   not null,
  series          text   not null,
  fiscal_year     int    not null,
  last_number     bigint not null,
  constraint pk_manual_journal_series primary key (organization_id, series, fiscal_year),
  constraint fk_manual_journal_series__organization foreign key (organization_id) references shared.organizations (id)
);
comment on table finance.manual_journal_series is 'one row per gapless series, locked by the transaction that takes a number';

create table finance.manual_journals (
  id              uuid        not null,
  organization_id uuid        not null,
  number          text        not null,
  posting_date    date        not null,
  description     text        not null,
  reverse_on      date,
  origin          text        not null,
  document_id     uuid,
  state           text        not null,
  prepared_by     text        not null,
  prepared_at     timestamptz not null,
  changed_by      text        not null,
  submitted_by    text,
  submitted_at    timestamptz,
  approved_by     text,
  approved_for    text,
  approved_at     timestamptz,
  content_hash    char(64),
  journal_id      uuid,
  ended_by        text,
  ended_at        timestamptz,
  end_reason      text,
  version         int         not null default 0,
  constraint pk_manual_journals primary key (id),
  constraint uq_manual_journals__organization unique (organization_id, id),
  constraint uq_manual_journals__number unique (organization_id, number),
  constraint fk_manual_journals__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_manual_journals__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  constraint fk_manual_journals__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint ck_manual_journals__description check (char_length(description) between 1 and 1000),
  constraint ck_manual_journals__origin check (origin in ('TYPED', 'FILE', 'TEMPLATE')),
  constraint ck_manual_journals__state check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'POSTED', 'SCHEDULED', 'WITHDRAWN')),
  constraint ck_manual_journals__reverse_on check (reverse_on > posting_date),
  constraint ck_manual_journals__submitted check (state not in ('SUBMITTED', 'POSTED', 'SCHEDULED') or submitted_by is not null),
  constraint ck_manual_journals__posted check ((state = 'POSTED') = (journal_id is not null)),
  constraint ck_manual_journals__ended check ((state in ('POSTED', 'SCHEDULED', 'WITHDRAWN')) = (ended_by is not null)),
  constraint ck_manual_journals__approver_is_not_maker check (
    approved_by is null
    or (approved_by not in (prepared_by, changed_by) and approved_by is distinct from submitted_by
        and (approved_for is null or (approved_for not in (prepared_by, changed_by) and approved_for is distinct from submitted_by))))
);
comment on column finance.manual_journals.reverse_on is 'an accrual: the day its mirror image is posted';
comment on column finance.manual_journals.content_hash is 'of the facts that were posted or scheduled, approved or not';
create index ix_manual_journals__open on finance.manual_journals (organization_id, posting_date) where state in ('DRAFT', 'SUBMITTED', 'RETURNED');
create unique index uq_manual_journals__journal on finance.manual_journals (journal_id) where journal_id is not null;

create table finance.manual_journal_lines (
  organization_id   uuid           not null,
  manual_journal_id uuid           not null,
  line_no           int            not null,
  account           text collate "C" not null,
  currency          char(3)        not null,
  amount            numeric(19, 4) not null,
  base_amount       numeric(19, 4),
  cost_centre       text collate "C",
  project           text collate "C",
  tax_code          text,
  text              text,
  constraint pk_manual_journal_lines primary key (manual_journal_id, line_no),
  constraint fk_manual_journal_lines__journal foreign key (organization_id, manual_journal_id) references finance.manual_journals (organization_id, id)
);
comment on table finance.manual_journal_lines is 'as people entered them: accounts are checked when the journal is submitted, and again when it is posted';
comment on column finance.manual_journal_lines.amount is 'in currency; debit positive, credit negative';
comment on column finance.manual_journal_lines.base_amount is 'in base currency, same sign; null: by the rate of the posting date';
--rollback drop table finance.manual_journal_lines;
--rollback drop table finance.manual_journals;
--rollback drop table finance.manual_journal_series;

--changeset journals:010-recurring-journals
--comment The schedule of a manual journal, and what was posted by it: each day on which it is due is posted once, or skipped with a reason.
create table finance.recurring_journals (
  organization_id   uuid not null,
  manual_journal_id uuid not null,
  frequency         text not null,
  every             int  not null,
  first_on          date not null,
  month_end         boolean not null,
  day_rule          text not null,
  last_on           date,
  reverses          boolean not null,
  ends_on           date,
  ended_by          text,
  ended_at          timestamptz,
  end_reason        text,
  constraint pk_recurring_journals primary key (manual_journal_id),
  constraint uq_recurring_journals__organization unique (organization_id, manual_journal_id),
  constraint fk_recurring_journals__journal foreign key (organization_id, manual_journal_id) references finance.manual_journals (organization_id, id),
  constraint ck_recurring_journals__frequency check (frequency in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
  constraint ck_recurring_journals__every check (every between 1 and 99),
  constraint ck_recurring_journals__day_rule check (day_rule in ('EXACT', 'FOLLOWING', 'MODIFIED_FOLLOWING', 'PRECEDING')),
  constraint ck_recurring_journals__last_on check (last_on >= first_on),
  constraint ck_recurring_journals__month_end check (not month_end or frequency <> 'WEEKLY'),
  constraint ck_recurring_journals__ended check ((ends_on is null) = (ended_by is null))
);
comment on column finance.recurring_journals.reverses is 'each posting is an accrual, reversed on the first day of the month after';
comment on column finance.recurring_journals.ends_on is 'ended by a person: nothing that is due later is posted';

create table finance.recurring_postings (
  organization_id   uuid not null,
  manual_journal_id uuid not null,
  due_on            date not null,
  journal_id        uuid,
  skip_reason       text,
  recorded_by       text not null,
  recorded_at       timestamptz not null,
  constraint pk_recurring_postings primary key (manual_journal_id, due_on),
  constraint fk_recurring_postings__recurring foreign key (organization_id, manual_journal_id) references finance.recurring_journals (organization_id, manual_journal_id),
  constraint fk_recurring_postings__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint ck_recurring_postings__posted_or_skipped check ((journal_id is null) <> (skip_reason is null))
);
comment on column finance.recurring_postings.due_on is 'as the schedule says, before weekends and holidays move it';
create unique index uq_recurring_postings__journal on finance.recurring_postings (journal_id) where journal_id is not null;
--rollback drop table finance.recurring_postings;
--rollback drop table finance.recurring_journals;

--changeset journals:010-accruals
--comment Journals that undo themselves. One whose mirror image was posted by hand is found by that journal, so nothing is undone twice.
create table finance.accruals (
  organization_id uuid not null,
  journal_id      uuid not null,
  reverse_on      date not null,
  reversal_id     uuid,
  reversed_by     text,
  reversed_at     timestamptz,
  constraint pk_accruals primary key (journal_id),
  constraint fk_accruals__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint fk_accruals__reversal foreign key (reversal_id, organization_id) references finance.journals (id, organization_id),
  constraint ck_accruals__reversed check ((reversal_id is null) = (reversed_by is null))
);
create index ix_accruals__due on finance.accruals (organization_id, reverse_on) where reversal_id is null;
create unique index uq_accruals__reversal on finance.accruals (reversal_id) where reversal_id is not null;
--rollback drop table finance.accruals;

--changeset journals:010-journal-templates
--comment Lines that people fill in again and again. With shares, a total is distributed over them.
create table finance.journal_templates (
  id              uuid        not null,
  organization_id uuid        not null,
  code            text        not null,
  name            text        not null,
  description     text        not null,
  created_by      text        not null,
  created_at      timestamptz not null,
  changed_by      text        not null,
  changed_at      timestamptz not null,
  deleted_at      timestamptz,
  version         int         not null default 0,
  constraint pk_journal_templates primary key (id),
  constraint uq_journal_templates__organization unique (organization_id, id),
  constraint fk_journal_templates__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_journal_templates__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$')
);
create unique index uq_journal_templates__code on finance.journal_templates (organization_id, code) where deleted_at is null;

create table finance.journal_template_lines (
  organization_id uuid           not null,
  template_id     uuid           not null,
  line_no         int            not null,
  side            text           not null,
  account         text collate "C" not null,
  amount          numeric(19, 4),
  share           numeric(19, 6),
  cost_centre     text collate "C",
  project         text collate "C",
  tax_code        text,
  text            text,
  constraint pk_journal_template_lines primary key (template_id, line_no),
  constraint fk_journal_template_lines__template foreign key (organization_id, template_id) references finance.journal_templates (organization_id, id),
  constraint ck_journal_template_lines__side check (side in ('DEBIT', 'CREDIT')),
  constraint ck_journal_template_lines__amount check (amount is null or (amount > 0 and share is null)),
  constraint ck_journal_template_lines__share check (share > 0)
);
comment on column finance.journal_template_lines.amount is 'in base currency; null: filled in by whoever uses it, or by the share of the total';
--rollback drop table finance.journal_template_lines;
--rollback drop table finance.journal_templates;

--changeset journals:010-immutable splitStatements:false
--comment What was posted or scheduled stands as it was approved.
create function finance.refuse_ended_manual_journal_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('POSTED', 'SCHEDULED', 'WITHDRAWN') then
    raise exception '% of manual journal % is refused: it is %', tg_op, old.number, old.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger tr_manual_journals__ended before update or delete on finance.manual_journals
  for each row execute function finance.refuse_ended_manual_journal_change();

create function finance.refuse_ended_manual_line_change() returns trigger language plpgsql as $$
declare
  owner_id uuid := case when tg_op = 'INSERT' then new.manual_journal_id else old.manual_journal_id end;
begin
  if exists (select 1 from finance.manual_journals where id = owner_id and state in ('POSTED', 'SCHEDULED', 'WITHDRAWN')) then
    raise exception '% of the lines of manual journal % is refused: it has ended', tg_op, owner_id using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger tr_manual_journal_lines__ended before insert or update or delete on finance.manual_journal_lines
  for each row execute function finance.refuse_ended_manual_line_change();
create trigger tr_recurring_postings__never_change before update or delete on finance.recurring_postings
  for each row execute function finance.refuse_change();
--rollback drop trigger tr_recurring_postings__never_change on finance.recurring_postings;
--rollback drop trigger tr_manual_journal_lines__ended on finance.manual_journal_lines;
--rollback drop trigger tr_manual_journals__ended on finance.manual_journals;
--rollback drop function finance.refuse_ended_manual_line_change();
--rollback drop function finance.refuse_ended_manual_journal_change();

--changeset journals:010-views
--comment What other modules and reports may read, with the rights of whoever asks.
create view finance.manual_journal_v with (security_invoker = true) as
  select m.id, m.organization_id, m.number, m.posting_date, m.description, m.reverse_on, m.origin, m.document_id,
         m.state, m.prepared_by, m.changed_by, m.submitted_by, m.submitted_at, m.approved_by, m.approved_for, m.approved_at,
         m.content_hash, m.journal_id
    from finance.manual_journals m;

create view finance.manual_journal_line_v with (security_invoker = true) as
  select l.organization_id, l.manual_journal_id, m.number, m.state, m.posting_date, m.journal_id, l.line_no, l.account, l.currency,
         l.amount, l.base_amount, l.cost_centre, l.project, l.tax_code, l.text
    from finance.manual_journal_lines l
    join finance.manual_journals m on m.organization_id = l.organization_id and m.id = l.manual_journal_id;

create view finance.accrual_v with (security_invoker = true) as
  select a.organization_id, a.journal_id, a.reverse_on, coalesce(a.reversal_id, r.id) as reversal_id
    from finance.accruals a
    left join finance.journals r on r.organization_id = a.organization_id and r.reverses_id = a.journal_id;
--rollback drop view finance.accrual_v;
--rollback drop view finance.manual_journal_line_v;
--rollback drop view finance.manual_journal_v;

--changeset journals:010-permissions
--comment Who prepares manual journals; who approves them is a matter of roles and limits.
with matrix (resource, action, description, roles) as (values
  ('ledger.manual-journal', 'read', 'See manual journals, templates and recurring journals',
    'accountant auditor cfo controller treasurer'),
  ('ledger.manual-journal', 'prepare', 'Write, submit and withdraw manual journals; keep templates; end recurring journals',
    'accountant controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource = 'ledger.manual-journal';
--rollback delete from shared.permissions where resource = 'ledger.manual-journal';
