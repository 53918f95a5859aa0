--liquibase formatted sql

--changeset payables:001-number-series
--comment The last human number given per organization, series and fiscal year; the row is locked while one is taken, so there are no gaps. Year 0: a series that never starts again.
create table finance.payables_series (
  organization_id uuid    not null,
  series          text    not null,
  fiscal_year     integer not null,
  last_number     bigint  not null,
  constraint pk_payables_series primary key (organization_id, series, fiscal_year),
  constraint fk_payables_series__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_payables_series__last_number check (last_number > 0)
);
--rollback drop table finance.payables_series;

--changeset payables:001-suppliers
--comment A candidate was named by a document and nobody has checked it yet: nothing is paid to it. Who makes a supplier does not verify it.
create table finance.suppliers (
  id                  uuid        not null,
  organization_id     uuid        not null,
  number              text        not null,
  name                text        not null,
  vat_id              text,
  tax_registration    text,
  legal_registration  text,
  endpoint_scheme     text,
  endpoint_value      text,
  street              text,
  additional          text,
  city                text,
  post_code           text,
  country             char(2),
  payment_days        integer     not null default 30,
  default_account     text,
  default_cost_centre text,
  default_tax_code    text,
  state               text        not null,
  version             integer     not null default 1,
  created_by          text        not null,
  created_at          timestamptz not null,
  verified_by         text,
  verified_at         timestamptz,
  deleted_at          timestamptz,
  constraint pk_suppliers primary key (id),
  constraint uq_suppliers__organization_id unique (organization_id, id),
  constraint uq_suppliers__number unique (organization_id, number),
  constraint fk_suppliers__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_suppliers__name check (char_length(name) between 1 and 500),
  constraint ck_suppliers__country check (country ~ '^[A-Z]{2}$'),
  constraint ck_suppliers__payment_days check (payment_days between 0 and 365),
  constraint ck_suppliers__state check (state in ('CANDIDATE', 'ACTIVE', 'BLOCKED')),
  constraint ck_suppliers__verified check ((verified_by is null) = (verified_at is null) and (state <> 'ACTIVE' or verified_by is not null)),
  constraint ck_suppliers__maker_checker check (verified_by <> created_by)
);
create unique index uq_suppliers__vat_id on finance.suppliers (organization_id, vat_id) where deleted_at is null and state <> 'BLOCKED';
create index ix_suppliers__tax_registration on finance.suppliers (organization_id, tax_registration) where deleted_at is null;
create index ix_suppliers__endpoint on finance.suppliers (organization_id, endpoint_scheme, endpoint_value) where deleted_at is null;
create index ix_suppliers__name on finance.suppliers (organization_id, lower(name)) where deleted_at is null;
--rollback drop table finance.suppliers;

--changeset payables:001-supplier-accounts
--comment Nothing is paid to an account before a second person verified it.
create table finance.supplier_accounts (
  id              uuid        not null,
  organization_id uuid        not null,
  supplier_id     uuid        not null,
  number          text        not null,
  bic             text,
  holder          text,
  state           text        not null,
  proposed_by     text        not null,
  proposed_at     timestamptz not null,
  decided_by      text,
  decided_at      timestamptz,
  constraint pk_supplier_accounts primary key (id),
  constraint uq_supplier_accounts__organization_id unique (organization_id, id),
  constraint fk_supplier_accounts__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint ck_supplier_accounts__number check (char_length(number) between 1 and 100),
  constraint ck_supplier_accounts__state check (state in ('PROPOSED', 'VERIFIED', 'REJECTED')),
  constraint ck_supplier_accounts__decided check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint ck_supplier_accounts__maker_checker check (decided_by <> proposed_by)
);
create unique index uq_supplier_accounts__number on finance.supplier_accounts (organization_id, supplier_id, number) where state <> 'REJECTED';
create index ix_supplier_accounts__number on finance.supplier_accounts (organization_id, number) where state = 'VERIFIED';
--rollback drop table finance.supplier_accounts;

--changeset payables:001-supplier-changes
--comment A new supplier or a new bank account that waits for its second person. Payments to the supplier are on hold as long.
create table finance.supplier_changes (
  id              uuid        not null,
  organization_id uuid        not null,
  number          text        not null,
  supplier_id     uuid        not null,
  kind            text        not null,
  account_id      uuid,
  reason          text        not null,
  state           text        not null,
  requested_by    text        not null,
  requested_at    timestamptz not null,
  prepared_by     text,
  decided_by      text,
  decided_at      timestamptz,
  decision_reason text,
  constraint pk_supplier_changes primary key (id),
  constraint uq_supplier_changes__organization_id unique (organization_id, id),
  constraint uq_supplier_changes__number unique (organization_id, number),
  constraint fk_supplier_changes__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint fk_supplier_changes__account foreign key (organization_id, account_id) references finance.supplier_accounts (organization_id, id),
  constraint ck_supplier_changes__kind check (kind in ('NEW_SUPPLIER', 'NEW_ACCOUNT')),
  constraint ck_supplier_changes__account check (kind = 'NEW_SUPPLIER' or account_id is not null),
  constraint ck_supplier_changes__state check (state in ('OPEN', 'VERIFIED', 'REJECTED', 'MERGED')),
  constraint ck_supplier_changes__decided check ((state = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint ck_supplier_changes__maker_checker check (state = 'MERGED' or (decided_by <> requested_by and (prepared_by is null or decided_by <> prepared_by)))
);
create unique index uq_supplier_changes__open_new on finance.supplier_changes (organization_id, supplier_id) where state = 'OPEN' and kind = 'NEW_SUPPLIER';
create unique index uq_supplier_changes__open_account on finance.supplier_changes (organization_id, account_id) where state = 'OPEN' and kind = 'NEW_ACCOUNT';
create index ix_supplier_changes__supplier on finance.supplier_changes (organization_id, supplier_id) where state = 'OPEN';
--rollback drop table finance.supplier_changes;
