--liquibase formatted sql

--changeset payables:023-prepayment-deductions
--comment Which prepayment a final invoice deducts, and how much of it: what was paid ahead leaves the asset it was booked to, and its input tax is taken once.
create table finance.prepayment_deductions (
  organization_id uuid          not null,
  invoice_id      uuid          not null,
  prepayment_id   uuid          not null,
  amount          numeric(19,4) not null,
  currency        char(3)       not null,
  constraint pk_prepayment_deductions primary key (invoice_id, prepayment_id),
  constraint fk_prepayment_deductions__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint fk_prepayment_deductions__prepayment foreign key (organization_id, prepayment_id) references finance.supplier_invoices (organization_id, id),
  constraint ck_prepayment_deductions__amount check (amount > 0)
);
create index ix_prepayment_deductions__prepayment on finance.prepayment_deductions (organization_id, prepayment_id);
create trigger prepayment_deductions_immutable before update or delete or truncate on finance.prepayment_deductions
  for each statement execute function finance.refuse_payables_change();
--rollback drop table finance.prepayment_deductions;
