--liquibase formatted sql

--changeset payables:022-disputes
--comment What of a claim we do not pay until something happens: a credit note comes, goods go back, a question is answered. The claim itself is booked as its document states it.
create table finance.payable_disputes (
  id              uuid          not null,
  organization_id uuid          not null,
  invoice_id      uuid          not null,
  position        integer,
  kind            text          not null,
  amount          numeric(19,4) not null,
  credited_amount numeric(19,4) not null default 0,
  currency        char(3)       not null,
  reason          text          not null,
  opened_by       text          not null,
  opened_at       timestamptz   not null,
  closed_by       text,
  closed_at       timestamptz,
  closed_reason   text,
  constraint pk_payable_disputes primary key (id),
  constraint uq_payable_disputes__organization_id unique (organization_id, id),
  constraint fk_payable_disputes__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint fk_payable_disputes__line foreign key (organization_id, invoice_id, position) references finance.supplier_invoice_lines (organization_id, invoice_id, position),
  constraint ck_payable_disputes__kind check (kind in ('CREDIT_EXPECTED', 'DISPUTED', 'RETURNED')),
  constraint ck_payable_disputes__amount check (amount > 0 and credited_amount between 0 and amount),
  constraint ck_payable_disputes__reason check (char_length(trim(reason)) >= 3),
  constraint ck_payable_disputes__closed check ((closed_by is null) = (closed_at is null) and (closed_by is null) = (closed_reason is null))
);
create index ix_payable_disputes__invoice on finance.payable_disputes (organization_id, invoice_id) where closed_at is null;
alter table finance.payable_items
  add column disputed_amount numeric(19,4) not null default 0,
  add constraint ck_payable_items__disputed check (disputed_amount >= 0);
comment on column finance.payable_items.disputed_amount is 'what of open_amount must not be paid now: open_amount - disputed_amount, never below zero, may be';
create view finance.payable_dispute_v with (security_invoker = true) as
select d.id, d.organization_id, d.invoice_id, i.id as item_id, d.position, d.kind, d.amount, d.credited_amount, d.currency,
       d.reason, d.opened_by, d.opened_at, d.closed_by, d.closed_at, d.closed_reason
  from finance.payable_disputes d
  left join finance.payable_items i on i.organization_id = d.organization_id and i.invoice_id = d.invoice_id;
--rollback drop view finance.payable_dispute_v;
--rollback alter table finance.payable_items drop constraint ck_payable_items__disputed, drop column disputed_amount;
--rollback drop table finance.payable_disputes;
