--liquibase formatted sql

--changeset ledger:005-year-closings
--comment A closed year never changes: its result is carried forward by a journal of the next year. Reopening a month of it reverses that journal, the next carrying forward posts a new one (docs/adr/0009).
create table finance.year_closings (
  id              uuid           not null,
  organization_id uuid           not null,
  fiscal_year     int            not null,
  number          int            not null,
  result          numeric(19, 4) not null,
  journal_id      uuid,
  posting_date    date,
  closed_by       text           not null,
  closed_at       timestamptz    not null,
  reversal_id     uuid,
  reversal_date   date,
  reversed_by     text,
  reversed_at     timestamptz,
  constraint pk_year_closings primary key (id),
  constraint uq_year_closings__number unique (organization_id, fiscal_year, number),
  constraint fk_year_closings__fiscal_year foreign key (organization_id, fiscal_year) references finance.fiscal_years (organization_id, year),
  constraint fk_year_closings__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint fk_year_closings__reversal foreign key (reversal_id, organization_id) references finance.journals (id, organization_id),
  constraint ck_year_closings__number check (number >= 1),
  constraint ck_year_closings__journal check ((journal_id is null) = (posting_date is null)),
  constraint ck_year_closings__reversal check (
    (reversal_id is null) = (reversal_date is null)
    and (reversed_by is null) = (reversed_at is null)
    and (reversed_at is null or (reversal_id is null) = (journal_id is null))
    and (reversed_at is not null or reversal_id is null))
);
create unique index uq_year_closings__live on finance.year_closings (organization_id, fiscal_year) where reversed_at is null;
comment on column finance.year_closings.result is 'in base currency, a profit positive';
comment on column finance.year_closings.journal_id is 'null: no income or expense account had moved';

create view finance.year_closing_v with (security_invoker = true) as
  select c.organization_id, c.fiscal_year, p.journal_id, date_trunc('month', p.posting_date)::date as period,
         l.account, l.currency, l.amount, l.base_amount, p.posting_date, j.recorded_at
    from finance.year_closings c
   cross join lateral (values (c.journal_id, c.posting_date), (c.reversal_id, c.reversal_date)) as p (journal_id, posting_date)
    join finance.journals j on j.id = p.journal_id and j.organization_id = c.organization_id
    join finance.journal_lines l
      on l.batch = 0 and l.organization_id = c.organization_id and l.journal_id = p.journal_id and l.posting_date = p.posting_date;
comment on view finance.year_closing_v is 'every line that carries a result forward or takes that back, retained earnings included; fiscal_year is the year whose result it is, period where it is booked. What income and expense accounts moved is their balance without these lines';

create view finance.fiscal_year_result_v with (security_invoker = true) as
  select y.organization_id, y.year as fiscal_year, y.starts_on, y.ends_on,
         coalesce(moved.result, 0) + coalesce(foreign_closings.amount, 0) as result,
         coalesce(carried.amount, 0) as carried_forward
    from finance.fiscal_years y
    left join lateral (
      select -sum(b.base_balance) as result
        from finance.ledger_balance_v b
       where b.organization_id = y.organization_id and b.fiscal_year = y.year and b.type in ('INCOME', 'EXPENSE')) moved on true
    left join lateral (
      select sum(v.base_amount) as amount
        from finance.year_closing_v v
        join finance.accounts a on a.organization_id = v.organization_id and a.code = v.account
       where v.organization_id = y.organization_id and v.posting_date between y.starts_on and y.ends_on
         and a.type in ('INCOME', 'EXPENSE')) foreign_closings on true
    left join lateral (
      select sum(v.base_amount) as amount
        from finance.year_closing_v v
        join finance.accounts a on a.organization_id = v.organization_id and a.code = v.account
       where v.organization_id = y.organization_id and v.fiscal_year = y.year
         and a.type in ('INCOME', 'EXPENSE')) carried on true;
comment on view finance.fiscal_year_result_v is 'in base currency, a profit positive; what is not carried forward yet is result less carried_forward';
--rollback drop view finance.fiscal_year_result_v;
--rollback drop view finance.year_closing_v;
--rollback drop table finance.year_closings;

--changeset ledger:005-year-closing-permissions
--comment Opening a year is the controller's; carrying its result forward also the chief financial officer's.
insert into shared.permissions (resource, action, description) values
  ('ledger.fiscal-year', 'open', 'Open fiscal years'),
  ('ledger.fiscal-year', 'close', 'Carry the result of a closed fiscal year forward'),
  ('organizations.dimension', 'manage', 'Add cost centres and projects, close and reopen projects');
insert into shared.role_permissions (role, resource, action) values
  ('controller', 'ledger.fiscal-year', 'open'),
  ('controller', 'ledger.fiscal-year', 'close'),
  ('cfo', 'ledger.fiscal-year', 'close'),
  ('administrator', 'organizations.dimension', 'manage'),
  ('controller', 'organizations.dimension', 'manage');
--rollback delete from shared.role_permissions where resource in ('ledger.fiscal-year', 'organizations.dimension');
--rollback delete from shared.permissions where resource in ('ledger.fiscal-year', 'organizations.dimension');
