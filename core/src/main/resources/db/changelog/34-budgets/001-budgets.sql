--liquibase formatted sql

--changeset budgets:001-budgets splitStatements:false
--comment What was planned for a fiscal year. A version is a draft until somebody who did not make it puts it in force; then it stands, and a change is the next version.
create table finance.budgets (
  id              uuid        not null,
  organization_id uuid        not null,
  code            text        not null,
  fiscal_year     int         not null,
  version         int         not null,
  name            text        not null,
  state           text        not null,
  source_name     text,
  created_by      text        not null,
  created_at      timestamptz not null,
  activated_by    text,
  activated_at    timestamptz,
  constraint pk_budgets primary key (id),
  constraint uq_budgets__organization_id unique (organization_id, id),
  constraint uq_budgets__version unique (organization_id, code, fiscal_year, version),
  constraint fk_budgets__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_budgets__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint ck_budgets__name check (char_length(name) between 1 and 200),
  constraint ck_budgets__version check (version > 0),
  constraint ck_budgets__state check (state in ('DRAFT', 'IN_FORCE', 'REPLACED', 'DISCARDED')),
  constraint ck_budgets__activated check ((state in ('IN_FORCE', 'REPLACED')) = (activated_by is not null) and (activated_by is null) = (activated_at is null)),
  constraint ck_budgets__maker_checker check (activated_by <> created_by)
);
create unique index uq_budgets__in_force on finance.budgets (organization_id, code, fiscal_year) where state = 'IN_FORCE';

create table finance.budget_lines (
  organization_id uuid             not null,
  budget_id       uuid             not null,
  account         text collate "C" not null,
  cost_centre     text collate "C",
  period          date             not null,
  amount          numeric(19, 4)   not null,
  currency        char(3)          not null,
  constraint uq_budget_lines__key unique nulls not distinct (budget_id, account, cost_centre, period),
  constraint fk_budget_lines__budget foreign key (organization_id, budget_id) references finance.budgets (organization_id, id),
  constraint fk_budget_lines__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_budget_lines__period check (extract(day from period) = 1)
);
comment on column finance.budget_lines.amount is 'in base currency; debit positive, credit negative, as in the ledger';
comment on column finance.budget_lines.cost_centre is 'null: planned for the organization as a whole';

create function finance.refuse_budget_change() returns trigger language plpgsql as $$
begin
  if exists (select 1 from finance.budgets b where b.id = old.budget_id and b.state <> 'DRAFT') then
    raise exception '% of a line of budget % is refused: it was put in force, a change is the next version', tg_op, old.budget_id using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger tr_budget_lines__in_force_stands before update or delete on finance.budget_lines
  for each row execute function finance.refuse_budget_change();
--rollback drop table finance.budget_lines;
--rollback drop function finance.refuse_budget_change();
--rollback drop table finance.budgets;

--changeset budgets:001-views
--comment The plan in force, for reports and for whoever asks what is left.
create view finance.budget_v with (security_invoker = true) as
  select b.id as budget_id, b.organization_id, b.code, b.fiscal_year, b.version, b.name, b.state
    from finance.budgets b;
create view finance.budget_line_v with (security_invoker = true) as
  select b.organization_id, b.id as budget_id, b.code, b.fiscal_year, b.version, b.state = 'IN_FORCE' as in_force,
         l.account, l.cost_centre, l.period, l.amount, l.currency
    from finance.budgets b
    join finance.budget_lines l on l.organization_id = b.organization_id and l.budget_id = b.id;
--rollback drop view finance.budget_line_v;
--rollback drop view finance.budget_v;

--changeset budgets:001-permissions
with matrix (resource, action, description, roles) as (values
  ('budgets.budget', 'read', 'See budgets and what is left of them', 'accountant auditor buyer cfo controller department-head treasurer'),
  ('budgets.budget', 'manage', 'Make budgets and import them', 'accountant controller'),
  ('budgets.budget', 'activate', 'Put a budget in force that somebody else made', 'cfo controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource like 'budgets.%';
--rollback delete from shared.permissions where resource like 'budgets.%';
