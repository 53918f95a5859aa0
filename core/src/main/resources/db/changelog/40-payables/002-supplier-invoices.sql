--liquibase formatted sql

--changeset payables:002-tax-codes
--comment What a line's tax means for us: which account takes it, or that we owe it ourselves (reverse charge), or that it is cost.
create table finance.tax_codes (
  organization_id uuid         not null,
  code            text         not null,
  name            text         not null,
  category        text         not null,
  document_rate   numeric(9,4) not null,
  kind            text         not null,
  own_rate        numeric(9,4) not null,
  input_account   text,
  output_account  text,
  created_by      text         not null,
  created_at      timestamptz  not null,
  deleted_at      timestamptz,
  constraint pk_tax_codes primary key (organization_id, code),
  constraint fk_tax_codes__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_tax_codes__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,15}$'),
  constraint ck_tax_codes__rate check (document_rate >= 0 and own_rate >= 0),
  constraint ck_tax_codes__kind check (kind in ('RECOVERABLE', 'COST', 'REVERSE_CHARGE', 'NONE')),
  constraint ck_tax_codes__accounts check (
    (kind = 'RECOVERABLE' and input_account is not null and output_account is null)
    or (kind = 'REVERSE_CHARGE' and input_account is not null and output_account is not null)
    or (kind in ('COST', 'NONE') and input_account is null and output_account is null))
);
--rollback drop table finance.tax_codes;

--changeset payables:002-payables-accounts
--comment The accounts of the general ledger that payables post to.
create table finance.payables_accounts (
  organization_id     uuid not null,
  creditors_account   text not null,
  prepayments_account text not null,
  rounding_account    text not null,
  constraint pk_payables_accounts primary key (organization_id),
  constraint fk_payables_accounts__organization foreign key (organization_id) references shared.organizations (id)
);
--rollback drop table finance.payables_accounts;

--changeset payables:002-supplier-invoices
--comment A claim as its document states it, and what we did with it. DUPLICATE: kept, but no claim unless somebody overrides with a reason; duplicate_sequence then lets it stand beside the first.
create table finance.supplier_invoices (
  id                 uuid          not null,
  organization_id    uuid          not null,
  document_number    text          not null,
  supplier_id        uuid          not null,
  type               text          not null,
  number             text          not null,
  normalized_number  text          not null,
  fiscal_year        integer       not null,
  duplicate_sequence integer       not null default 0,
  issued_on          date          not null,
  due_on             date          not null,
  currency           char(3)       not null,
  net                numeric(19,4) not null,
  tax                numeric(19,4) not null,
  gross              numeric(19,4) not null,
  prepaid            numeric(19,4) not null,
  payable            numeric(19,4) not null,
  seller             jsonb         not null,
  buyer              jsonb         not null,
  order_reference    text,
  buyer_reference    text,
  preceding_invoice  text,
  note               text,
  inbox_document_id  uuid,
  document_id        uuid,
  state              text          not null,
  posting_date       date          not null,
  base_rate          numeric(19,8),
  coded_by           text,
  coded_at           timestamptz,
  approved_by        text,
  approved_at        timestamptz,
  content_hash       char(64),
  journal_id         uuid,
  ended_by           text,
  ended_at           timestamptz,
  end_reason         text,
  duplicate_of       uuid,
  override_reason    text,
  overridden_by      text,
  version            integer       not null default 1,
  received_by        text          not null,
  received_at        timestamptz   not null,
  constraint pk_supplier_invoices primary key (id),
  constraint uq_supplier_invoices__organization_id unique (organization_id, id),
  constraint uq_supplier_invoices__document_number unique (organization_id, document_number),
  constraint fk_supplier_invoices__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint fk_supplier_invoices__duplicate_of foreign key (organization_id, duplicate_of) references finance.supplier_invoices (organization_id, id),
  constraint ck_supplier_invoices__type check (type in ('INVOICE', 'CREDIT_NOTE')),
  constraint ck_supplier_invoices__number check (char_length(number) between 1 and 500),
  constraint ck_supplier_invoices__state check (state in ('RECEIVED', 'CODED', 'POSTED', 'REJECTED', 'DUPLICATE')),
  constraint ck_supplier_invoices__totals check (net + tax = gross),
  constraint ck_supplier_invoices__coded check ((coded_by is null) = (coded_at is null) and (state <> 'CODED' or coded_by is not null)),
  constraint ck_supplier_invoices__posted check ((state = 'POSTED') = (journal_id is not null) and (state = 'POSTED') = (approved_by is not null)
    and (approved_by is null) = (approved_at is null) and (approved_by is null) = (content_hash is null)),
  constraint ck_supplier_invoices__maker_checker check (approved_by <> coded_by),
  constraint ck_supplier_invoices__ended check ((state = 'REJECTED') = (end_reason is not null) and (end_reason is null) = (ended_by is null) and (ended_by is null) = (ended_at is null)),
  constraint ck_supplier_invoices__duplicate check (state <> 'DUPLICATE' or duplicate_of is not null),
  constraint ck_supplier_invoices__override check (duplicate_sequence = 0 or (overridden_by is not null and char_length(trim(override_reason)) >= 3)),
  constraint ck_supplier_invoices__base_rate check (base_rate > 0)
);
-- the duplicate stop: no code path can get a second claim of the same number past it
create unique index uq_supplier_invoices__number
  on finance.supplier_invoices (organization_id, supplier_id, fiscal_year, normalized_number, duplicate_sequence)
  where state not in ('REJECTED', 'DUPLICATE');
create index ix_supplier_invoices__near on finance.supplier_invoices (organization_id, supplier_id, payable, currency);
create index ix_supplier_invoices__open on finance.supplier_invoices (organization_id, issued_on) where state in ('RECEIVED', 'CODED');
--rollback drop table finance.supplier_invoices;

--changeset payables:002-supplier-invoice-parts
--comment Lines, taxes and accounts are the document's and never change; quantities and prices keep every digit they came with.
create table finance.supplier_invoice_lines (
  organization_id uuid          not null,
  invoice_id      uuid          not null,
  position        integer       not null,
  kind            text          not null,
  reference       text          not null,
  name            text          not null,
  description     text,
  quantity        numeric,
  unit            text,
  unit_price      numeric,
  net             numeric(19,4) not null,
  currency        char(3)       not null,
  tax_category    text          not null,
  tax_rate        numeric(9,4),
  order_line      text,
  constraint pk_supplier_invoice_lines primary key (invoice_id, position),
  constraint uq_supplier_invoice_lines__organization_id unique (organization_id, invoice_id, position),
  constraint fk_supplier_invoice_lines__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint ck_supplier_invoice_lines__kind check (kind in ('ITEM', 'ALLOWANCE', 'CHARGE')),
  constraint ck_supplier_invoice_lines__position check (position > 0)
);
create table finance.supplier_invoice_taxes (
  organization_id  uuid          not null,
  invoice_id       uuid          not null,
  position         integer       not null,
  category         text          not null,
  rate             numeric(9,4),
  taxable          numeric(19,4) not null,
  tax              numeric(19,4) not null,
  currency         char(3)       not null,
  exemption_reason text,
  constraint pk_supplier_invoice_taxes primary key (invoice_id, position),
  constraint fk_supplier_invoice_taxes__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id)
);
create table finance.supplier_invoice_accounts (
  organization_id uuid    not null,
  invoice_id      uuid    not null,
  position        integer not null,
  number          text    not null,
  bic             text,
  holder          text,
  constraint pk_supplier_invoice_accounts primary key (invoice_id, position),
  constraint fk_supplier_invoice_accounts__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id)
);
create table finance.supplier_invoice_codings (
  organization_id uuid    not null,
  invoice_id      uuid    not null,
  position        integer not null,
  account         text    not null,
  cost_centre     text,
  tax_code        text    not null,
  constraint pk_supplier_invoice_codings primary key (invoice_id, position),
  constraint fk_supplier_invoice_codings__line foreign key (organization_id, invoice_id, position) references finance.supplier_invoice_lines (organization_id, invoice_id, position),
  constraint fk_supplier_invoice_codings__tax_code foreign key (organization_id, tax_code) references finance.tax_codes (organization_id, code)
);
--rollback drop table finance.supplier_invoice_codings; drop table finance.supplier_invoice_accounts; drop table finance.supplier_invoice_taxes; drop table finance.supplier_invoice_lines;

--changeset payables:002-payable-items
--comment What is due. Positive: we owe; negative: a credit note to set off.
create table finance.payable_items (
  id              uuid          not null,
  organization_id uuid          not null,
  invoice_id      uuid          not null,
  supplier_id     uuid          not null,
  amount          numeric(19,4) not null,
  open_amount     numeric(19,4) not null,
  currency        char(3)       not null,
  base_amount     numeric(19,4) not null,
  base_currency   char(3)       not null,
  posted_on       date          not null,
  due_on          date          not null,
  journal_id      uuid          not null,
  created_at      timestamptz   not null,
  constraint pk_payable_items primary key (id),
  constraint uq_payable_items__invoice unique (organization_id, invoice_id),
  constraint fk_payable_items__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint fk_payable_items__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint ck_payable_items__open check (case when amount >= 0 then open_amount between 0 and amount else open_amount between amount and 0 end)
);
create index ix_payable_items__due on finance.payable_items (organization_id, due_on) where open_amount <> 0;
--rollback drop table finance.payable_items;

--changeset payables:002-payables-views
--comment What other modules and reports may read. Held: a change of the supplier or its bank account waits for its second person, or no account of it is verified.
create view finance.payable_item_v with (security_invoker = true) as
select i.id, i.organization_id, i.invoice_id, i.supplier_id, s.number as supplier_number, s.name as supplier_name,
       v.document_number, v.number as supplier_invoice_number, i.amount, i.open_amount, i.currency, i.base_amount,
       i.base_currency, i.posted_on, i.due_on, i.journal_id,
       (s.state <> 'ACTIVE'
        or exists (select 1 from finance.supplier_changes c where c.organization_id = i.organization_id and c.supplier_id = i.supplier_id and c.state = 'OPEN')
        or not exists (select 1 from finance.supplier_accounts a where a.organization_id = i.organization_id and a.supplier_id = i.supplier_id and a.state = 'VERIFIED')) as held
  from finance.payable_items i
  join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id
  join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id;
--rollback drop view finance.payable_item_v;

--changeset payables:002-immutable splitStatements:false
--comment The document's own words never change; a posted or rejected claim stands.
create function finance.refuse_payables_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: what a document states and what was posted stands', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create function finance.refuse_ended_invoice_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('POSTED', 'REJECTED') then
    raise exception '% of supplier invoice % is refused: it is %', tg_op, old.document_number, old.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger supplier_invoice_lines_immutable before update or delete or truncate on finance.supplier_invoice_lines
  for each statement execute function finance.refuse_payables_change();
create trigger supplier_invoice_taxes_immutable before update or delete or truncate on finance.supplier_invoice_taxes
  for each statement execute function finance.refuse_payables_change();
create trigger supplier_invoice_accounts_immutable before update or delete or truncate on finance.supplier_invoice_accounts
  for each statement execute function finance.refuse_payables_change();
create trigger supplier_invoices_frozen before update of type, number, issued_on, currency, net, tax, gross, prepaid, payable, seller on finance.supplier_invoices
  for each statement execute function finance.refuse_payables_change();
create trigger supplier_invoices_ended before update or delete on finance.supplier_invoices
  for each row execute function finance.refuse_ended_invoice_change();
--rollback drop trigger supplier_invoices_ended on finance.supplier_invoices;
--rollback drop trigger supplier_invoices_frozen on finance.supplier_invoices;
--rollback drop trigger supplier_invoice_accounts_immutable on finance.supplier_invoice_accounts;
--rollback drop trigger supplier_invoice_taxes_immutable on finance.supplier_invoice_taxes;
--rollback drop trigger supplier_invoice_lines_immutable on finance.supplier_invoice_lines;
--rollback drop function finance.refuse_ended_invoice_change();
--rollback drop function finance.refuse_payables_change();

--changeset payables:002-supplier-invoice-notes
--comment What was asked and said while a claim was clarified.
create table finance.supplier_invoice_notes (
  id              uuid        not null,
  organization_id uuid        not null,
  invoice_id      uuid        not null,
  text            text        not null,
  written_by      text        not null,
  written_at      timestamptz not null,
  constraint pk_supplier_invoice_notes primary key (id),
  constraint fk_supplier_invoice_notes__invoice foreign key (organization_id, invoice_id) references finance.supplier_invoices (organization_id, id),
  constraint ck_supplier_invoice_notes__text check (char_length(text) between 1 and 2000)
);
create index ix_supplier_invoice_notes__invoice on finance.supplier_invoice_notes (invoice_id, written_at);
--rollback drop table finance.supplier_invoice_notes;
