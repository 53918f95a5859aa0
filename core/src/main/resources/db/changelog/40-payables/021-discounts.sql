--liquibase formatted sql

--changeset payables:021-discount-terms
--comment What may be kept back for paying early: as a supplier's documents state it, else as agreed with him. Days count from the document's date; where no base is named the whole payable amount is.
create table finance.supplier_discounts (
  organization_id uuid         not null,
  supplier_id     uuid         not null,
  days            integer      not null,
  percent         numeric(7,4) not null,
  constraint pk_supplier_discounts primary key (supplier_id, days),
  constraint fk_supplier_discounts__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint ck_supplier_discounts__days check (days between 0 and 365),
  constraint ck_supplier_discounts__percent check (percent > 0 and percent < 100)
);
create table finance.supplier_invoice_discounts (
  organization_id uuid         not null,
  invoice_id      uuid         not null,
  position        integer      not null,
  days            integer      not null,
  percent         numeric(7,4) not null,
  base_amount     numeric(19,4),
  currency        char(3)      not null,
  constraint pk_supplier_invoice_discounts primary key (invoice_id, position),
  constraint fk_supplier_invoice_discounts__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id)
);
create trigger supplier_invoice_discounts_immutable before update or delete or truncate on finance.supplier_invoice_discounts
  for each statement execute function finance.refuse_payables_change();
--rollback drop table finance.supplier_invoice_discounts; drop table finance.supplier_discounts;

--changeset payables:021-payable-discounts
--comment What of a due item may be kept back if it is paid until a day. The item itself carries the highest of them; a document may offer less for longer.
create table finance.payable_discounts (
  organization_id uuid          not null,
  item_id         uuid          not null,
  until           date          not null,
  days            integer       not null,
  percent         numeric(7,4)  not null,
  base_amount     numeric(19,4) not null,
  amount          numeric(19,4) not null,
  currency        char(3)       not null,
  constraint pk_payable_discounts primary key (item_id, until),
  constraint fk_payable_discounts__item foreign key (organization_id, item_id) references finance.payable_items (organization_id, id),
  constraint ck_payable_discounts__amount check (amount > 0 and base_amount > 0 and amount < base_amount)
);
alter table finance.payable_items
  add column discount_until date,
  add column discount_days integer,
  add column discount_percent numeric(7,4),
  add column discount_base numeric(19,4),
  add column discount_amount numeric(19,4),
  add constraint ck_payable_items__discount check (
    (discount_until is null) = (discount_amount is null)
    and (discount_until is null) = (discount_days is null)
    and (discount_until is null) = (discount_percent is null)
    and (discount_until is null) = (discount_base is null)
    and (discount_amount is null or discount_amount between 0 and amount));
create view finance.payable_discount_v with (security_invoker = true) as
select organization_id, item_id, until, days, percent, base_amount, amount, currency from finance.payable_discounts;
--rollback drop view finance.payable_discount_v;
--rollback alter table finance.payable_items drop constraint ck_payable_items__discount, drop column discount_amount, drop column discount_base, drop column discount_percent, drop column discount_days, drop column discount_until;
--rollback drop table finance.payable_discounts;
