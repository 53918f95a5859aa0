--liquibase formatted sql

--changeset matching:001-tolerances
--comment What an invoice may ask for beyond its order. A supplier's row counts in the place of the organization's; without any an invoice must be exactly as ordered. Where percentage and amount are given both must be kept.
create table finance.match_tolerances (
  id               uuid          not null,
  organization_id  uuid          not null,
  supplier_id      uuid,
  price_percent    numeric(7,4),
  price_amount     numeric(19,4),
  quantity_percent numeric(7,4),
  quantity_amount  numeric(19,6),
  charge_amount    numeric(19,4) not null,
  tax_amount       numeric(19,4) not null,
  currency         char(3)       not null,
  set_by           text          not null,
  set_at           timestamptz   not null,
  constraint pk_match_tolerances primary key (id),
  constraint uq_match_tolerances__scope unique nulls not distinct (organization_id, supplier_id),
  constraint fk_match_tolerances__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_match_tolerances__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint ck_match_tolerances__percent check (price_percent between 0 and 100 and quantity_percent between 0 and 100),
  constraint ck_match_tolerances__amount check (price_amount >= 0 and quantity_amount >= 0 and charge_amount >= 0 and tax_amount >= 0)
);
comment on column finance.match_tolerances.price_amount is 'more than ordered per line, in currency';
comment on column finance.match_tolerances.quantity_amount is 'more than ordered per order line, in its unit';
--rollback drop table finance.match_tolerances;

--changeset matching:001-runs
--comment Every attempt to match an invoice, as everything stood then. Nothing of it is ever changed.
create table finance.match_runs (
  id                  uuid        not null,
  organization_id     uuid        not null,
  invoice_id          uuid        not null,
  run                 integer     not null,
  order_id            uuid,
  order_version       integer,
  credited_invoice_id uuid,
  outcome             text        not null,
  tolerances          jsonb       not null,
  matched_by          text        not null,
  matched_at          timestamptz not null,
  constraint pk_match_runs primary key (id),
  constraint uq_match_runs__organization_id unique (organization_id, id),
  constraint uq_match_runs__run unique (organization_id, invoice_id, run),
  constraint fk_match_runs__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint fk_match_runs__order foreign key (organization_id, order_id) references procurement.orders (organization_id, id),
  constraint fk_match_runs__credited foreign key (organization_id, credited_invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint ck_match_runs__run check (run > 0),
  constraint ck_match_runs__outcome check (outcome in ('MATCHED', 'WAITING', 'HELD', 'UNORDERED'))
);
create index ix_match_runs__order on finance.match_runs (organization_id, order_id) where order_id is not null;

create table finance.match_lines (
  organization_id   uuid          not null,
  run_id            uuid          not null,
  position          integer       not null,
  order_line_id     uuid,
  ordered_quantity  numeric,
  ordered_unit      text,
  ordered_price     numeric,
  received_quantity numeric,
  invoiced_before   numeric,
  quantity          numeric,
  unit              text,
  unit_price        numeric,
  net               numeric(19,4) not null,
  expected          numeric(19,4),
  currency          char(3)       not null,
  counted           numeric       not null,
  constraint pk_match_lines primary key (run_id, position),
  constraint fk_match_lines__run foreign key (organization_id, run_id) references finance.match_runs (organization_id, id),
  constraint fk_match_lines__order_line foreign key (organization_id, order_line_id) references procurement.order_lines (organization_id, id),
  constraint ck_match_lines__counted check (order_line_id is not null or counted = 0)
);
comment on column finance.match_lines.expected is 'the quantity at the ordered price, in currency';
comment on column finance.match_lines.counted is 'what of the order line it takes; negative in a credit note';
create index ix_match_lines__order_line on finance.match_lines (organization_id, order_line_id) where order_line_id is not null;

create table finance.match_remarks (
  organization_id uuid    not null,
  run_id          uuid    not null,
  number          integer not null,
  position        integer,
  code            text    not null,
  effect          text    not null,
  text            text    not null,
  constraint pk_match_remarks primary key (run_id, number),
  constraint fk_match_remarks__run foreign key (organization_id, run_id) references finance.match_runs (organization_id, id),
  constraint ck_match_remarks__effect check (effect in ('NOTE', 'WAIT', 'HOLD'))
);

create table finance.match_decisions (
  id              uuid          not null,
  organization_id uuid          not null,
  run_id          uuid          not null,
  position        integer,
  decision        text          not null,
  amount          numeric(19,4),
  currency        char(3),
  reason          text          not null,
  decided_by      text          not null,
  decided_at      timestamptz   not null,
  constraint pk_match_decisions primary key (id),
  constraint uq_match_decisions__position unique nulls not distinct (run_id, position),
  constraint fk_match_decisions__run foreign key (organization_id, run_id) references finance.match_runs (organization_id, id),
  constraint ck_match_decisions__decision check (decision in ('ACCEPT', 'CREDIT_NOTE', 'DISPUTE', 'RETURN')),
  constraint ck_match_decisions__amount check ((amount is null) = (currency is null) and (decision <> 'ACCEPT' or amount is null) and amount > 0),
  constraint ck_match_decisions__reason check (char_length(trim(reason)) >= 3)
);
comment on column finance.match_decisions.position is 'line of the invoice; null: what concerns the whole';
--rollback drop table finance.match_decisions; drop table finance.match_remarks; drop table finance.match_lines; drop table finance.match_runs;

--changeset matching:001-invoice-matches
--comment Where the matching of an invoice stands. While it is MATCHED or ACCEPTED it takes its part of the order, so that no second invoice gets it.
create table finance.invoice_matches (
  invoice_id          uuid        not null,
  organization_id     uuid        not null,
  state               text        not null,
  run_id              uuid        not null,
  order_id            uuid,
  credited_invoice_id uuid,
  chosen_order        text,
  chosen_by           text,
  chosen_reason       text,
  changed_at          timestamptz not null,
  constraint pk_invoice_matches primary key (invoice_id),
  constraint fk_invoice_matches__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint fk_invoice_matches__run foreign key (organization_id, run_id) references finance.match_runs (organization_id, id),
  constraint fk_invoice_matches__order foreign key (organization_id, order_id) references procurement.orders (organization_id, id),
  constraint fk_invoice_matches__credited foreign key (organization_id, credited_invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint ck_invoice_matches__state check (state in ('MATCHED', 'WAITING', 'HELD', 'ACCEPTED', 'UNORDERED', 'POSTED')),
  constraint ck_invoice_matches__chosen check ((chosen_by is null) = (chosen_reason is null))
);
comment on column finance.invoice_matches.chosen_order is 'number somebody set in the place of the document''s; null with chosen_by: it is no invoice of an order';
create index ix_invoice_matches__order on finance.invoice_matches (organization_id, order_id) where order_id is not null;
create index ix_invoice_matches__credited on finance.invoice_matches (organization_id, credited_invoice_id) where credited_invoice_id is not null;
create index ix_invoice_matches__state on finance.invoice_matches (organization_id, state) where state in ('WAITING', 'HELD');
--rollback drop table finance.invoice_matches;

--changeset matching:001-records splitStatements:false
--comment What a posted invoice took of which receipt of which order line: the three-way match, for good. Without a receipt line: nothing had to come, or it was taken within the tolerance or by decision. A credit note gives back.
create table finance.match_records (
  id              uuid          not null,
  organization_id uuid          not null,
  invoice_id      uuid          not null,
  position        integer       not null,
  order_line_id   uuid          not null,
  receipt_line_id uuid,
  quantity        numeric       not null,
  net             numeric(19,4) not null,
  currency        char(3)       not null,
  recorded_at     timestamptz   not null,
  constraint pk_match_records primary key (id),
  constraint fk_match_records__line foreign key (organization_id, invoice_id, position) references finance.supplier_invoice_lines (organization_id, invoice_id, position),
  constraint fk_match_records__order_line foreign key (organization_id, order_line_id) references procurement.order_lines (organization_id, id),
  constraint fk_match_records__receipt_line foreign key (organization_id, receipt_line_id) references procurement.receipt_lines (organization_id, id)
);
create index ix_match_records__invoice on finance.match_records (organization_id, invoice_id);
create index ix_match_records__order_line on finance.match_records (organization_id, order_line_id);
create index ix_match_records__receipt_line on finance.match_records (organization_id, receipt_line_id) where receipt_line_id is not null;
create view finance.match_record_v with (security_invoker = true) as
select id, organization_id, invoice_id, position, order_line_id, receipt_line_id, quantity, net, currency, recorded_at
  from finance.match_records;

create function finance.refuse_match_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: what was matched and decided stands', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger match_runs_immutable before update or delete or truncate on finance.match_runs
  for each statement execute function finance.refuse_match_change();
create trigger match_lines_immutable before update or delete or truncate on finance.match_lines
  for each statement execute function finance.refuse_match_change();
create trigger match_remarks_immutable before update or delete or truncate on finance.match_remarks
  for each statement execute function finance.refuse_match_change();
create trigger match_decisions_immutable before update or delete or truncate on finance.match_decisions
  for each statement execute function finance.refuse_match_change();
create trigger match_records_immutable before update or delete or truncate on finance.match_records
  for each statement execute function finance.refuse_match_change();
--rollback drop view finance.match_record_v; drop table finance.match_records;
--rollback drop trigger match_decisions_immutable on finance.match_decisions; drop trigger match_remarks_immutable on finance.match_remarks; drop trigger match_lines_immutable on finance.match_lines; drop trigger match_runs_immutable on finance.match_runs;
--rollback drop function finance.refuse_match_change();

--changeset matching:001-permissions
--comment Who sees and decides what does not match, and who says how exactly it must. Decided differences are approved by somebody else afterwards.
with matrix (resource, action, description, roles) as (values
  ('matching.match', 'read', 'See how invoices match their orders and receipts',
    'accountant ap-clerk auditor buyer cfo controller department-head requester treasurer'),
  ('matching.match', 'resolve', 'Decide about what an invoice differs in from its order', 'ap-clerk buyer controller'),
  ('matching.tolerance', 'manage', 'Say how exactly invoices must match', 'controller'),
  ('payables.dispute', 'manage', 'Hold back a part of an invoice, and pay it after all', 'ap-clerk controller treasurer'),
  ('payables.discount', 'manage', 'Agree on discounts for early payment with suppliers', 'ap-clerk controller treasurer')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource in ('matching.match', 'matching.tolerance', 'payables.dispute', 'payables.discount');
--rollback delete from shared.permissions where resource in ('matching.match', 'matching.tolerance', 'payables.dispute', 'payables.discount');
