--liquibase formatted sql

--changeset payments:001-settings
--comment How an organization pays: what a proposal takes up, and which of its bank accounts pays which currency.
create table finance.payment_settings (
  organization_id    uuid           not null,
  days_ahead         integer        not null,
  minimum_amount     numeric(19, 4) not null,
  base_currency      char(3)        not null,
  discount_yield_min numeric(9, 4)  not null,
  weekdays           integer[]      not null default '{}',
  pay_after_days     integer        not null default 1,
  next_proposal_on   date,
  changed_by         text           not null,
  changed_at         timestamptz    not null,
  constraint pk_payment_settings primary key (organization_id),
  constraint fk_payment_settings__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_payment_settings__days_ahead check (days_ahead between 0 and 90),
  constraint ck_payment_settings__pay_after check (pay_after_days between 0 and 10),
  constraint ck_payment_settings__minimum check (minimum_amount >= 0),
  constraint ck_payment_settings__yield check (discount_yield_min between 0 and 1000),
  constraint ck_payment_settings__weekdays check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7])
);
comment on column finance.payment_settings.minimum_amount is 'smaller payments wait for the next run, in base currency';
comment on column finance.payment_settings.discount_yield_min is 'a discount is worth paying early for from this yield, percent a year';
comment on column finance.payment_settings.weekdays is 'ISO days on which a proposal is made by itself';
create table finance.payment_currency_accounts (
  organization_id uuid    not null,
  currency        char(3) not null,
  bank_account_id uuid    not null,
  constraint pk_payment_currency_accounts primary key (organization_id, currency),
  constraint fk_payment_currency_accounts__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id)
);
--rollback drop table finance.payment_currency_accounts;
--rollback drop table finance.payment_settings;

--changeset payments:001-runs
--comment A proposal of what to pay on a day, what people made of it, and its release. Who proposed, changed or submitted it does not release it.
create table finance.payment_runs (
  id                 uuid           not null,
  organization_id    uuid           not null,
  number             text           not null,
  fiscal_year        integer        not null,
  sequence           bigint         not null,
  state              text           not null,
  pay_on             date           not null,
  due_until          date           not null,
  minimum_amount     numeric(19, 4) not null,
  base_currency      char(3)        not null,
  discount_yield_min numeric(9, 4)  not null,
  currency           char(3),
  bank_account_id    uuid,
  method             text,
  proposed_by        text           not null,
  proposed_at        timestamptz    not null,
  submitted_by       text,
  submitted_at       timestamptz,
  released_by        text,
  released_for       text,
  released_at        timestamptz,
  content_hash       char(64),
  ended_by           text,
  ended_at           timestamptz,
  end_reason         text,
  version            integer        not null default 1,
  constraint pk_payment_runs primary key (id),
  constraint uq_payment_runs__organization_id unique (organization_id, id),
  constraint uq_payment_runs__number unique (organization_id, number),
  constraint uq_payment_runs__sequence unique (organization_id, fiscal_year, sequence),
  constraint fk_payment_runs__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_payment_runs__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id),
  constraint ck_payment_runs__state check (state in ('PROPOSING', 'REVIEW', 'IN_APPROVAL', 'RELEASED', 'CANCELLED')),
  constraint ck_payment_runs__method check (method in ('SEPA', 'UK', 'ACH', 'CROSS_BORDER')),
  constraint ck_payment_runs__submitted check ((submitted_by is null) = (submitted_at is null) and (state <> 'IN_APPROVAL' or submitted_by is not null)),
  constraint ck_payment_runs__released check ((released_by is null) = (released_at is null) and (released_by is null) = (content_hash is null)
    and (state <> 'RELEASED' or released_by is not null)),
  constraint ck_payment_runs__ended check ((state = 'CANCELLED') = (ended_by is not null) and (ended_by is null) = (end_reason is null) and (ended_by is null) = (ended_at is null)),
  constraint ck_payment_runs__maker_checker check (released_by is null or (released_by <> submitted_by and released_by <> proposed_by
    and released_for is distinct from submitted_by and released_for is distinct from proposed_by))
);
create index ix_payment_runs__open on finance.payment_runs (organization_id, pay_on) where state in ('PROPOSING', 'REVIEW', 'IN_APPROVAL');
create table finance.payment_run_changes (
  id              uuid        not null,
  organization_id uuid        not null,
  run_id          uuid        not null,
  item_id         uuid,
  action          text        not null,
  detail          text        not null,
  changed_by      text        not null,
  changed_at      timestamptz not null,
  constraint pk_payment_run_changes primary key (id),
  constraint fk_payment_run_changes__run foreign key (organization_id, run_id) references finance.payment_runs (organization_id, id)
);
create index ix_payment_run_changes__run on finance.payment_run_changes (organization_id, run_id, changed_at);
--rollback drop table finance.payment_run_changes;
--rollback drop table finance.payment_runs;

--changeset payments:001-files
--comment One file per release, bank account and format.
create table finance.payment_files (
  id              uuid           not null,
  organization_id uuid           not null,
  run_id          uuid           not null,
  bank_account_id uuid           not null,
  format          text           not null,
  message_id      text collate "C" not null,
  name            text           not null,
  document_id     uuid           not null,
  outbox_id       uuid           not null,
  sha256          char(64)       not null,
  payments        integer        not null,
  control_sum     numeric(19, 4) not null,
  state           text           not null,
  written_at      timestamptz    not null,
  answered_at     timestamptz,
  answer          text,
  constraint pk_payment_files primary key (id),
  constraint uq_payment_files__organization_id unique (organization_id, id),
  constraint uq_payment_files__run unique (organization_id, run_id, bank_account_id, format),
  constraint uq_payment_files__message_id unique (organization_id, message_id),
  constraint uq_payment_files__sha256 unique (organization_id, sha256),
  constraint fk_payment_files__run foreign key (organization_id, run_id) references finance.payment_runs (organization_id, id),
  constraint fk_payment_files__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id),
  constraint ck_payment_files__format check (format in ('PAIN_001', 'NACHA')),
  constraint ck_payment_files__payments check (payments > 0 and control_sum > 0),
  constraint ck_payment_files__state check (state in ('SENT', 'ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED', 'CANCELLED'))
);
comment on column finance.payment_files.control_sum is 'of the amounts whatever their currency, as the bank counts it';
--rollback drop table finance.payment_files;

--changeset payments:001-payments
--comment What we ordered a bank to pay. An end-to-end id is used once, for ever; one of zero only sets items off against each other and is in no file.
create table finance.payments (
  id              uuid             not null,
  organization_id uuid             not null,
  run_id          uuid             not null,
  file_id         uuid,
  bank_account_id uuid             not null,
  end_to_end_id   text collate "C" not null,
  supplier_id     uuid             not null,
  account_id      uuid             not null,
  creditor_name   text             not null,
  amount          numeric(19, 4)   not null,
  currency        char(3)          not null,
  method          text             not null,
  remittance      text             not null,
  reference       text,
  pay_on          date             not null,
  state           text             not null,
  state_at        timestamptz      not null,
  settled_on      date,
  entry_id        uuid,
  reason_code     text,
  reason_text     text,
  answer_id       uuid,
  resolved_by     text,
  resolved_at     timestamptz,
  constraint pk_payments primary key (id),
  constraint uq_payments__organization_id unique (organization_id, id),
  constraint uq_payments__end_to_end_id unique (organization_id, end_to_end_id),
  constraint fk_payments__run foreign key (organization_id, run_id) references finance.payment_runs (organization_id, id),
  constraint fk_payments__file foreign key (organization_id, file_id) references finance.payment_files (organization_id, id) deferrable initially deferred,
  constraint fk_payments__account foreign key (organization_id, account_id) references finance.supplier_accounts (organization_id, id),
  constraint ck_payments__end_to_end_id check (char_length(end_to_end_id) between 1 and 35),
  constraint ck_payments__amount check (amount >= 0 and (amount = 0) = (state = 'SET_OFF') and (state = 'SET_OFF') = (file_id is null)),
  constraint ck_payments__method check (method in ('SEPA', 'UK', 'ACH', 'CROSS_BORDER')),
  constraint ck_payments__state check (state in ('RELEASED', 'ACCEPTED', 'SETTLED', 'REJECTED', 'RETURNED', 'CANCELLED', 'SET_OFF')),
  constraint ck_payments__settled check (state <> 'SETTLED' or settled_on is not null),
  constraint ck_payments__resolved check ((resolved_by is null) = (resolved_at is null) and (resolved_by is null or state in ('REJECTED', 'RETURNED')))
);
comment on column finance.payments.remittance is 'what the creditor reads';
comment on column finance.payments.reference is 'a structured reference (ISO 11649) in its place';
comment on column finance.payments.entry_id is 'the entry of the bank''s statement that shows it';
comment on column finance.payments.answer_id is 'the bank''s answer that rejected or returned it';
comment on column finance.payments.resolved_by is 'who looked into the rejection; its items are paid again only then';
create index ix_payments__run on finance.payments (organization_id, run_id);
create index ix_payments__file on finance.payments (organization_id, file_id);
create index ix_payments__entry on finance.payments (organization_id, entry_id) where entry_id is not null;
create index ix_payments__answer on finance.payments (organization_id, answer_id) where answer_id is not null;
create index ix_payments__outstanding on finance.payments (organization_id, bank_account_id, amount) where state in ('RELEASED', 'ACCEPTED');
--rollback drop table finance.payments;

--changeset payments:001-run-items
--comment Every item a proposal looked at, with the reason why it is in or out. live: the item belongs to this run until it is released or given up, so no second run takes it.
create table finance.payment_run_items (
  organization_id uuid           not null,
  run_id          uuid           not null,
  item_id         uuid           not null,
  supplier_id     uuid           not null,
  candidate       boolean        not null,
  cause           text           not null,
  wanted          numeric(19, 4) not null,
  discount        numeric(19, 4) not null,
  included        boolean        not null,
  reason          text           not null,
  detail          text,
  amount          numeric(19, 4) not null,
  base_amount     numeric(19, 4) not null,
  currency        char(3)        not null,
  base_currency   char(3)        not null,
  account_id      uuid,
  bank_account_id uuid,
  method          text,
  live            boolean        not null,
  payment_id      uuid,
  settlement_id   uuid,
  constraint pk_payment_run_items primary key (run_id, item_id),
  constraint fk_payment_run_items__run foreign key (organization_id, run_id) references finance.payment_runs (organization_id, id),
  constraint fk_payment_run_items__item foreign key (organization_id, item_id) references finance.payable_items (organization_id, id),
  constraint fk_payment_run_items__payment foreign key (organization_id, payment_id) references finance.payments (organization_id, id) deferrable initially deferred,
  constraint ck_payment_run_items__included check (not included or (candidate and account_id is not null and bank_account_id is not null and method is not null and amount <> 0)),
  constraint ck_payment_run_items__live check (not live or included),
  constraint ck_payment_run_items__discount check (discount = 0 or sign(discount) = sign(wanted)),
  constraint ck_payment_run_items__payment check (payment_id is null or included)
);
comment on column finance.payment_run_items.cause is 'what a rule or a person said of it; reason adds what its payment as a whole made of it';
comment on column finance.payment_run_items.wanted is 'to be taken off the item without the discount; has the sign of the item';
comment on column finance.payment_run_items.amount is 'what of that is paid or set off here';
create unique index uq_payment_run_items__live on finance.payment_run_items (organization_id, item_id) where live;
create index ix_payment_run_items__payment on finance.payment_run_items (organization_id, payment_id) where payment_id is not null;
create index ix_payment_run_items__item on finance.payment_run_items (organization_id, item_id) where payment_id is not null;
--rollback drop table finance.payment_run_items;

--changeset payments:001-deferrals
--comment Items people do not want to see in proposals before a day; without one until somebody takes the deferral back.
create table finance.payment_deferrals (
  organization_id uuid        not null,
  item_id         uuid        not null,
  until           date,
  reason          text        not null,
  deferred_by     text        not null,
  deferred_at     timestamptz not null,
  constraint pk_payment_deferrals primary key (organization_id, item_id),
  constraint fk_payment_deferrals__item foreign key (organization_id, item_id) references finance.payable_items (organization_id, id),
  constraint ck_payment_deferrals__reason check (char_length(reason) between 3 and 500)
);
--rollback drop table finance.payment_deferrals;

--changeset payments:001-bank-answers
--comment What banks said about files of ours, each answer once.
create table finance.payment_bank_answers (
  id              uuid        not null,
  organization_id uuid        not null,
  answer_id       text collate "C" not null,
  file_id         uuid        not null,
  content_hash    char(64)    not null,
  accepted        integer     not null,
  rejected        integer     not null,
  returned        integer     not null,
  document_id     uuid,
  taken_by        text        not null,
  taken_at        timestamptz not null,
  constraint pk_payment_bank_answers primary key (id),
  constraint uq_payment_bank_answers__organization_id unique (organization_id, id),
  constraint uq_payment_bank_answers__content unique (organization_id, file_id, answer_id, content_hash),
  constraint fk_payment_bank_answers__file foreign key (organization_id, file_id) references finance.payment_files (organization_id, id)
);
--rollback drop table finance.payment_bank_answers;

--changeset payments:001-views
--comment What other modules and reports may read.
create view finance.payment_v with (security_invoker = true) as
select p.id, p.organization_id, p.run_id, r.number as run_number, p.file_id, p.bank_account_id, p.end_to_end_id, p.supplier_id,
       p.account_id, p.creditor_name, p.amount, p.currency, p.method, p.remittance, p.reference, p.pay_on, p.state, p.state_at,
       p.settled_on, p.entry_id, p.reason_code, p.reason_text, p.resolved_at
  from finance.payments p
  join finance.payment_runs r on r.organization_id = p.organization_id and r.id = p.run_id;
create view finance.payment_item_v with (security_invoker = true) as
select i.organization_id, i.payment_id, i.run_id, i.item_id, v.document_number, v.number as supplier_invoice_number, v.issued_on,
       i.amount, i.discount, i.currency, i.settlement_id
  from finance.payment_run_items i
  join finance.payable_items d on d.organization_id = i.organization_id and d.id = i.item_id
  join finance.supplier_invoices v on v.organization_id = d.organization_id and v.id = d.invoice_id
 where i.payment_id is not null;
--rollback drop view finance.payment_item_v;
--rollback drop view finance.payment_v;

--changeset payments:001-permissions
with matrix (resource, action, description, roles) as (values
  ('payments.run', 'read', 'See payment runs, their items and files', 'accountant ap-clerk auditor cfo controller treasurer'),
  ('payments.run', 'propose', 'Propose payments, review and submit them', 'ap-clerk treasurer'),
  ('payments.run', 'cancel', 'Take a released run back before the bank took it', 'cfo treasurer'),
  ('payments.payment', 'read', 'See payments and what became of them', 'accountant ap-clerk auditor cfo controller treasurer'),
  ('payments.payment', 'answer', 'Enter what the bank said about payments, and settle rejections', 'treasurer'),
  ('payments.settings', 'manage', 'Set what is proposed when and from which bank account', 'controller treasurer')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource like 'payments.%';
--rollback delete from shared.permissions where resource like 'payments.%';
