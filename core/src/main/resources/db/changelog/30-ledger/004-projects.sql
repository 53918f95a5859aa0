--liquibase formatted sql

--changeset ledger:004-projects splitStatements:false
--comment Lines may name a project. No balances are kept by project: what is asked rarely is summed from the lines, which a partial index finds, and postings without a project pay nothing.
alter table finance.journal_lines add column project text collate "C";

do $$
declare
  leaf record;
begin
  for leaf in
    select t.relid::regclass as name, c.relname as plain
      from pg_partition_tree('finance.journal_lines') t
      join pg_class c on c.oid = t.relid
     where t.isleaf and c.relkind = 'r'
  loop
    execute format('create index ix_%1$s__project on %2$s (organization_id, project, posting_date) where project is not null',
      leaf.plain, leaf.name);
  end loop;
end $$;

create or replace function finance.add_line_partition(calendar_year int) returns void language plpgsql as $$
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
  execute format('create index ix_%1$s__project on finance.%1$I (organization_id, project, posting_date) where project is not null', leaf);
  execute format('alter table finance.%I enable row level security', leaf);
  execute format('create trigger tr_%1$s__never_truncate before truncate on finance.%1$I for each statement execute function finance.refuse_change()', leaf);
  execute format('alter table finance.journal_lines_single attach partition finance.%I for values from (%L) to (%L)',
    leaf, make_date(calendar_year, 1, 1), make_date(calendar_year + 1, 1, 1));
end $$;

create or replace function finance.seal_import_partition(batch int, organization uuid, first_day date, last_day date) returns void language plpgsql as $$
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
  execute format('create index ix_%1$s__project on finance.%1$I (organization_id, project, posting_date) where project is not null', leaf);
  execute format('analyze finance.%I', leaf); -- or the planner takes it for empty until the next autovacuum
  execute format('alter table finance.%I enable row level security', leaf);
  execute format('create trigger tr_%1$s__never_truncate before truncate on finance.%1$I for each statement execute function finance.refuse_change()', leaf);
end $$;

create or replace view finance.ledger_journal_line_v with (security_invoker = true) as
  select l.organization_id, l.journal_id, j.number, l.line_no, l.posting_date, j.period, j.recorded_at,
         l.account, l.currency, l.amount, l.base_amount, l.cost_centre,
         coalesce(l.text, j.description) as text, j.source, j.module, j.source_reference, j.reverses_id, l.project
    from finance.journal_lines l
    join finance.ledger_journal_v j
      on j.journal_id = l.journal_id and j.organization_id = l.organization_id and j.batch = l.batch;

create view finance.ledger_project_balance_v with (security_invoker = true) as
  select l.organization_id, l.project, l.account, a.name, a.type,
         date_trunc('month', l.posting_date)::date as period, p.fiscal_year, l.currency,
         sum(greatest(l.amount, 0)) as debit, sum(greatest(-l.amount, 0)) as credit, sum(l.amount) as balance,
         sum(greatest(l.base_amount, 0)) as base_debit, sum(greatest(-l.base_amount, 0)) as base_credit,
         sum(l.base_amount) as base_balance, count(*) as lines
    from finance.journal_lines l
    join finance.accounts a on a.organization_id = l.organization_id and a.code = l.account
    join finance.periods p on p.organization_id = l.organization_id and p.period = date_trunc('month', l.posting_date)::date
   where l.project is not null
   group by l.organization_id, l.project, l.account, a.name, a.type, date_trunc('month', l.posting_date), p.fiscal_year, l.currency;
comment on view finance.ledger_project_balance_v is 'summed from the lines: name the project, it is what the index goes by';
--rollback drop view finance.ledger_project_balance_v;
--rollback drop view finance.ledger_journal_line_v;
--rollback create view finance.ledger_journal_line_v with (security_invoker = true) as select l.organization_id, l.journal_id, j.number, l.line_no, l.posting_date, j.period, j.recorded_at, l.account, l.currency, l.amount, l.base_amount, l.cost_centre, coalesce(l.text, j.description) as text, j.source, j.module, j.source_reference, j.reverses_id from finance.journal_lines l join finance.ledger_journal_v j on j.journal_id = l.journal_id and j.organization_id = l.organization_id and j.batch = l.batch;
--rollback create or replace function finance.add_line_partition(calendar_year int) returns void language plpgsql as $$ declare leaf text := 'journal_lines_' || calendar_year; begin perform pg_advisory_xact_lock(hashtext('finance.add_line_partition')); if to_regclass('finance.' || leaf) is not null then return; end if; execute format('create table finance.%I (like finance.journal_lines including defaults)', leaf); execute format($ddl$ alter table finance.%1$I add constraint pk_%1$s primary key (journal_id, line_no), add constraint fk_%1$s__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id) deferrable initially deferred, add constraint fk_%1$s__account foreign key (organization_id, account) references finance.accounts (organization_id, code)$ddl$, leaf); execute format('create index ix_%1$s__account on finance.%1$I (organization_id, account, posting_date)', leaf); execute format('create index ix_%1$s__posting_date on finance.%1$I (organization_id, posting_date)', leaf); execute format('alter table finance.%I enable row level security', leaf); execute format('create trigger tr_%1$s__never_truncate before truncate on finance.%1$I for each statement execute function finance.refuse_change()', leaf); execute format('alter table finance.journal_lines_single attach partition finance.%I for values from (%L) to (%L)', leaf, make_date(calendar_year, 1, 1), make_date(calendar_year + 1, 1, 1)); end $$;
--rollback create or replace function finance.seal_import_partition(batch int, organization uuid, first_day date, last_day date) returns void language plpgsql as $$ declare leaf text := 'journal_lines_import_' || batch; begin execute format($ddl$ alter table finance.%1$I add constraint ck_%1$s check (batch = %2$L and organization_id = %3$L and posting_date between %4$L and %5$L), add constraint pk_%1$s primary key (journal_id, line_no), add constraint fk_%1$s__account foreign key (organization_id, account) references finance.accounts (organization_id, code)$ddl$, leaf, batch, organization, first_day, last_day); execute format('create index ix_%1$s__account on finance.%1$I (account, posting_date)', leaf); execute format('create index ix_%1$s__posting_date on finance.%1$I using brin (posting_date)', leaf); execute format('analyze finance.%I', leaf); execute format('alter table finance.%I enable row level security', leaf); execute format('create trigger tr_%1$s__never_truncate before truncate on finance.%1$I for each statement execute function finance.refuse_change()', leaf); end $$;
--rollback alter table finance.journal_lines drop column project;
