--liquibase formatted sql

--changeset procurement:001-number-series
--comment The last order number given per organization and fiscal year; the row is locked while one is taken, so there are no gaps.
create table procurement.number_series (
  organization_id uuid   not null,
  series          text   not null,
  fiscal_year     int    not null,
  last_number     bigint not null,
  constraint pk_number_series primary key (organization_id, series, fiscal_year),
  constraint fk_number_series__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_number_series__last_number check (last_number > 0)
);
--rollback drop table procurement.number_series;

--changeset procurement:001-categories
--comment What can be ordered, as requesters know it; which account it goes to and whether its receipt is recorded is decided here, not by them.
create table procurement.categories (
  id               uuid        not null,
  organization_id  uuid        not null,
  code             text collate "C" not null,
  name             text        not null,
  account          text collate "C" not null,
  tax_code         text,
  receipt_required boolean     not null,
  standard         boolean     not null,
  active           boolean     not null,
  changed_by       text        not null,
  changed_at       timestamptz not null,
  constraint pk_categories primary key (id),
  constraint uq_categories__code unique (organization_id, code),
  constraint fk_categories__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_categories__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_categories__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint ck_categories__name check (char_length(name) between 1 and 200),
  constraint ck_categories__standard check (active or not standard)
);
create unique index uq_categories__standard on procurement.categories (organization_id) where standard;
comment on column procurement.categories.standard is 'taken for lines of orders agreed elsewhere that name none';
--rollback drop table procurement.categories;

--changeset procurement:001-orders
--comment One document from the wish to the order: a draft is asked for, approved, placed with a supplier, received and invoiced under one number.
create table procurement.orders (
  id              uuid        not null,
  organization_id uuid        not null,
  number          text        not null,
  origin          text        not null,
  state           text        not null,
  version         int         not null,
  supplier_id     uuid,
  currency        char(3)     not null,
  ordered_on      date        not null,
  deliver_by      date,
  requester       text        not null,
  buyer           text,
  note            text,
  document_id     uuid,
  created_at      timestamptz not null,
  issued_at       timestamptz,
  ended_by        text,
  ended_at        timestamptz,
  end_reason      text,
  constraint pk_orders primary key (id),
  constraint uq_orders__organization_id unique (organization_id, id),
  constraint uq_orders__number unique (organization_id, number),
  constraint fk_orders__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_orders__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint fk_orders__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  constraint ck_orders__number check (char_length(number) between 1 and 100),
  constraint ck_orders__origin check (origin in ('REQUISITION', 'ADOPTED')),
  constraint ck_orders__state check (state in ('DRAFT', 'IN_APPROVAL', 'REJECTED', 'APPROVED', 'ISSUED', 'CLOSED', 'CANCELLED')),
  constraint ck_orders__version check (version > 0),
  constraint ck_orders__placed check (state not in ('ISSUED', 'CLOSED') or (supplier_id is not null and buyer is not null and issued_at is not null)),
  constraint ck_orders__ended check ((state in ('CLOSED', 'CANCELLED')) = (ended_by is not null) and (ended_by is null) = (ended_at is null))
);
comment on column procurement.orders.version is 'the version in force; 1 until the first is';
comment on column procurement.orders.ordered_on is 'the day of the order; until it is issued, the day it was asked for';
create index ix_orders__state on procurement.orders (organization_id, state, number);
create index ix_orders__supplier on procurement.orders (organization_id, supplier_id);

create table procurement.order_lines (
  id                uuid           not null,
  organization_id   uuid           not null,
  order_id          uuid           not null,
  position          int            not null,
  supplier_item     text,
  name              text           not null,
  category          text collate "C" not null,
  quantity          numeric(19, 6) not null,
  unit              text           not null,
  unit_price        numeric(19, 6) not null,
  currency          char(3)        not null,
  net               numeric(19, 4) not null,
  base_net          numeric(19, 4),
  account           text collate "C" not null,
  cost_centre       text collate "C",
  project           text collate "C",
  tax_code          text,
  receipt_required  boolean        not null,
  quantity_received numeric(19, 6) not null default 0,
  quantity_returned numeric(19, 6) not null default 0,
  quantity_invoiced numeric(19, 6) not null default 0,
  constraint pk_order_lines primary key (id),
  constraint uq_order_lines__organization_id unique (organization_id, id),
  constraint uq_order_lines__position unique (order_id, position) deferrable initially deferred,
  constraint fk_order_lines__order foreign key (organization_id, order_id) references procurement.orders (organization_id, id),
  constraint fk_order_lines__category foreign key (organization_id, category) references procurement.categories (organization_id, code),
  constraint fk_order_lines__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_order_lines__position check (position > 0),
  constraint ck_order_lines__name check (char_length(name) between 1 and 500),
  constraint ck_order_lines__quantity check (quantity > 0),
  constraint ck_order_lines__unit check (unit ~ '^[A-Z0-9]{2,3}$'),
  constraint ck_order_lines__unit_price check (unit_price >= 0),
  constraint ck_order_lines__returned check (quantity_received >= 0 and quantity_returned between 0 and quantity_received)
);
comment on column procurement.order_lines.unit is 'UN/ECE Recommendation 20, packages with X before the code of Recommendation 21';
comment on column procurement.order_lines.net is 'in currency: quantity by unit price, rounded half up';
comment on column procurement.order_lines.base_net is 'in base currency, by the rate of the day it was handed in; null until then';
comment on column procurement.order_lines.quantity_received is 'all that came, what went back included';
comment on column procurement.order_lines.quantity_invoiced is 'less what was credited';
create index ix_order_lines__order on procurement.order_lines (order_id);
create index ix_order_lines__account on procurement.order_lines (organization_id, account, cost_centre);
--rollback drop table procurement.order_lines;
--rollback drop table procurement.orders;

--changeset procurement:001-order-versions splitStatements:false
--comment Every wording an order had or was to have. One at a time is on its way to force; what is in force, or was, stands as it was approved.
create table procurement.order_versions (
  id               uuid           not null,
  organization_id  uuid           not null,
  order_id         uuid           not null,
  version          int            not null,
  state            text           not null,
  reason           text,
  content          jsonb          not null,
  approved_content jsonb,
  currency         char(3)        not null,
  total            numeric(19, 4) not null,
  increase         numeric(19, 4),
  prepared_by      text           not null,
  prepared_at      timestamptz    not null,
  changed_by       text           not null,
  submitted_by     text,
  submitted_at     timestamptz,
  agreed_by        text,
  agreed_at        timestamptz,
  approved_by      text,
  approved_for     text,
  approved_at      timestamptz,
  in_force_at      timestamptz,
  ended_by         text,
  ended_at         timestamptz,
  end_reason       text,
  constraint pk_order_versions primary key (id),
  constraint uq_order_versions__organization_id unique (organization_id, id),
  constraint fk_order_versions__order foreign key (organization_id, order_id) references procurement.orders (organization_id, id),
  constraint ck_order_versions__version check (version > 0),
  constraint ck_order_versions__state check (state in ('DRAFT', 'SUBMITTED', 'REJECTED', 'APPROVED', 'IN_FORCE', 'REPLACED', 'WITHDRAWN')),
  constraint ck_order_versions__submitted check (state not in ('SUBMITTED', 'APPROVED', 'IN_FORCE', 'REPLACED') or submitted_by is not null),
  constraint ck_order_versions__in_force check ((state in ('IN_FORCE', 'REPLACED')) = (in_force_at is not null)),
  constraint ck_order_versions__approved check (state not in ('IN_FORCE', 'REPLACED') or approved_by is not null or increase = 0),
  constraint ck_order_versions__approver_is_not_maker check (
    approved_by is null
    or (approved_by not in (prepared_by, changed_by) and approved_by is distinct from submitted_by and approved_by is distinct from agreed_by
        and (approved_for is null
             or (approved_for not in (prepared_by, changed_by) and approved_for is distinct from submitted_by and approved_for is distinct from agreed_by))))
);
comment on column procurement.order_versions.content is 'the whole order as worded';
comment on column procurement.order_versions.approved_content is 'the wording that was last agreed to while this version was on its way';
comment on column procurement.order_versions.increase is 'what needs approval, in base currency: what is more or dearer than was agreed before';
-- a change that was withdrawn leaves its number to the next
create unique index uq_order_versions__version on procurement.order_versions (order_id, version) where state <> 'WITHDRAWN';
create unique index uq_order_versions__open on procurement.order_versions (order_id) where state in ('DRAFT', 'SUBMITTED', 'REJECTED', 'APPROVED');
create unique index uq_order_versions__in_force on procurement.order_versions (order_id) where state = 'IN_FORCE';

create function procurement.refuse_version_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('REPLACED', 'WITHDRAWN')
     or (old.state = 'IN_FORCE'
         and (new.state not in ('IN_FORCE', 'REPLACED')
              or (new.content, new.total, new.increase, new.approved_by, new.approved_for) is distinct from (old.content, old.total, old.increase, old.approved_by, old.approved_for))) then
    raise exception '% of version % of order % is refused: it is %, a change is the next version', tg_op, old.version, old.order_id, old.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger tr_order_versions__in_force_stands before update or delete on procurement.order_versions
  for each row execute function procurement.refuse_version_change();
--rollback drop table procurement.order_versions;
--rollback drop function procurement.refuse_version_change();

--changeset procurement:001-budget-controls
--comment What happens when an order asks for more than its budget has left. The most specific row counts; without any, people are warned.
create table procurement.budget_controls (
  id              uuid        not null,
  organization_id uuid        not null,
  budget          text        not null,
  account         text collate "C",
  cost_centre     text collate "C",
  mode            text        not null,
  set_by          text        not null,
  set_at          timestamptz not null,
  constraint pk_budget_controls primary key (id),
  constraint uq_budget_controls__scope unique nulls not distinct (organization_id, budget, account, cost_centre),
  constraint fk_budget_controls__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_budget_controls__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_budget_controls__budget check (budget ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint ck_budget_controls__mode check (mode in ('BLOCK', 'WARN', 'IGNORE'))
);
comment on column procurement.budget_controls.account is 'null: every account';
comment on column procurement.budget_controls.cost_centre is 'null: every cost centre';
--rollback drop table procurement.budget_controls;

--changeset procurement:001-views
--comment What other modules and reports may read, with the rights of whoever asks. A commitment is what was ordered and is not invoiced yet; a reservation is what was handed in and is not ordered yet.
create view procurement.order_v with (security_invoker = true) as
  select o.id as order_id, o.organization_id, o.number, o.version, o.origin, o.state, o.supplier_id, o.currency, o.ordered_on, o.deliver_by,
         o.requester, o.buyer, o.document_id, o.issued_at, o.ended_at
    from procurement.orders o;

create view procurement.order_line_v with (security_invoker = true) as
  select l.id as order_line_id, l.organization_id, l.order_id, o.number, o.version, o.state, o.supplier_id, o.ordered_on, o.deliver_by, l.position,
         l.supplier_item, l.name, l.category, l.quantity, l.unit, l.unit_price, l.currency, l.net, l.base_net, l.account, l.cost_centre, l.project,
         l.tax_code, l.receipt_required, l.quantity_received, l.quantity_returned, l.quantity_invoiced
    from procurement.order_lines l
    join procurement.orders o on o.organization_id = l.organization_id and o.id = l.order_id;

create view procurement.open_commitment_v with (security_invoker = true) as
  select l.organization_id, o.id as order_id, o.number, o.supplier_id, o.state, l.id as order_line_id, l.position, l.name, l.category, l.account,
         l.cost_centre, l.project, date_trunc('month', coalesce(o.deliver_by, o.ordered_on))::date as period,
         round(l.base_net * greatest(l.quantity - l.quantity_invoiced, 0) / l.quantity, 2) as amount
    from procurement.order_lines l
    join procurement.orders o on o.organization_id = l.organization_id and o.id = l.order_id
   where o.state = 'ISSUED' and l.quantity > l.quantity_invoiced;

create view procurement.commitment_v with (security_invoker = true) as
  select organization_id, account, cost_centre, project, period, sum(amount) as amount
    from procurement.open_commitment_v
   group by organization_id, account, cost_centre, project, period;

create view procurement.reservation_v with (security_invoker = true) as
  select l.organization_id, o.id as order_id, o.number, l.account, l.cost_centre, l.project,
         date_trunc('month', coalesce(o.deliver_by, o.ordered_on))::date as period, l.base_net as amount
    from procurement.order_lines l
    join procurement.orders o on o.organization_id = l.organization_id and o.id = l.order_id
   where o.state in ('IN_APPROVAL', 'APPROVED');
--rollback drop view procurement.reservation_v;
--rollback drop view procurement.commitment_v;
--rollback drop view procurement.open_commitment_v;
--rollback drop view procurement.order_line_v;
--rollback drop view procurement.order_v;

--changeset procurement:001-permissions
--comment Who asks for goods and who places orders; who approves is a matter of roles and limits.
with matrix (resource, action, description, roles) as (values
  ('procurement.order', 'read', 'See orders, what they commit and what is left of budgets for them',
    'accountant ap-clerk auditor buyer cfo controller department-head requester treasurer warehouse'),
  ('procurement.order', 'request', 'Ask for goods and services, change and withdraw what was asked for',
    'buyer department-head requester'),
  ('procurement.order', 'place', 'Choose the supplier and agree the price; change, close and cancel orders', 'buyer'),
  ('procurement.setup', 'read', 'See what can be ordered and what budgets control', 'accountant ap-clerk auditor buyer cfo controller department-head requester'),
  ('procurement.setup', 'manage', 'Keep categories and say what exceeding a budget does', 'controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource like 'procurement.%';
--rollback delete from shared.permissions where resource like 'procurement.%';
