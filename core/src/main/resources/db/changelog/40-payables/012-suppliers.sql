--liquibase formatted sql

--changeset payables:012-no-number-in-clear
--comment What was encrypted is not kept in clear any more, and nothing can be written in clear by mistake.
alter table finance.supplier_accounts
  alter column number_cipher set not null,
  alter column number_print set not null,
  add constraint ck_supplier_accounts__number_cipher check (number_cipher like 'e1:%'),
  drop column number;
alter table finance.supplier_invoice_accounts
  alter column number_cipher set not null,
  alter column number_print set not null,
  add constraint ck_supplier_invoice_accounts__number_cipher check (number_cipher like 'e1:%'),
  drop column number;
--rollback alter table finance.supplier_invoice_accounts add column number text, drop constraint ck_supplier_invoice_accounts__number_cipher, alter column number_cipher drop not null, alter column number_print drop not null;
--rollback alter table finance.supplier_accounts add column number text, drop constraint ck_supplier_accounts__number_cipher, alter column number_cipher drop not null, alter column number_print drop not null;

--changeset payables:012-waiting-period
--comment A verified account is paid to only from usable_from on: long enough for the supplier to hear of the change by its old contact. RETIRED: verified once, not paid to any more.
alter table finance.supplier_accounts
  add column usable_from timestamptz,
  add column retired_by  text,
  add column retired_at  timestamptz;
update finance.supplier_accounts set usable_from = decided_at where state = 'VERIFIED';
alter table finance.supplier_accounts
  drop constraint ck_supplier_accounts__state,
  add constraint ck_supplier_accounts__state check (state in ('PROPOSED', 'VERIFIED', 'REJECTED', 'RETIRED')),
  add constraint ck_supplier_accounts__usable check ((usable_from is null) = (state in ('PROPOSED', 'REJECTED')) and usable_from >= decided_at),
  add constraint ck_supplier_accounts__retired check ((state = 'RETIRED') = (retired_by is not null) and (retired_by is null) = (retired_at is null));
create unique index uq_supplier_accounts__number on finance.supplier_accounts (organization_id, supplier_id, number_print) where state in ('PROPOSED', 'VERIFIED');
create index ix_supplier_accounts__number on finance.supplier_accounts (organization_id, number_print) where state = 'VERIFIED';
--rollback drop index finance.uq_supplier_accounts__number;
--rollback drop index finance.ix_supplier_accounts__number;
--rollback alter table finance.supplier_accounts drop constraint ck_supplier_accounts__retired, drop constraint ck_supplier_accounts__usable, drop constraint ck_supplier_accounts__state, add constraint ck_supplier_accounts__state check (state in ('PROPOSED', 'VERIFIED', 'REJECTED'));
--rollback alter table finance.supplier_accounts drop column usable_from, drop column retired_by, drop column retired_at;

--changeset payables:012-supplier-policies
--comment How many working days a verified account waits before anything is paid to it. No row: 3 after a change, 0 for a new supplier.
create table finance.supplier_policies (
  organization_id  uuid        not null,
  change_hold_days integer     not null,
  new_hold_days    integer     not null,
  set_by           text        not null,
  set_at           timestamptz not null,
  constraint pk_supplier_policies primary key (organization_id),
  constraint fk_supplier_policies__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_supplier_policies__days check (change_hold_days between 0 and 30 and new_hold_days between 0 and 30)
);
--rollback drop table finance.supplier_policies;

--changeset payables:012-supplier-contacts
--comment Whom we write to at a supplier; every contact stays, so that a change of the bank details is told to the one known before.
create table finance.supplier_contacts (
  id              uuid        not null,
  organization_id uuid        not null,
  supplier_id     uuid        not null,
  name            text,
  email           text,
  phone           text,
  language        char(2),
  set_by          text        not null,
  set_at          timestamptz not null,
  constraint pk_supplier_contacts primary key (id),
  constraint fk_supplier_contacts__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint ck_supplier_contacts__email check (email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 254),
  constraint ck_supplier_contacts__language check (language ~ '^[a-z]{2}$'),
  constraint ck_supplier_contacts__text check (char_length(name) <= 200 and char_length(phone) <= 50)
);
create index ix_supplier_contacts__supplier on finance.supplier_contacts (organization_id, supplier_id, set_at);
create trigger tr_supplier_contacts__never_change before update or delete on finance.supplier_contacts
  for each row execute function finance.refuse_change();
--rollback drop table finance.supplier_contacts;

--changeset payables:012-supplier-blocks
--comment A supplier is stopped by one person at once and let go again by two.
create table finance.supplier_blocks (
  id              uuid        not null,
  organization_id uuid        not null,
  supplier_id     uuid        not null,
  reason          text        not null,
  blocked_by      text        not null,
  blocked_at      timestamptz not null,
  lifted_by       text,
  lifted_at       timestamptz,
  change_id       uuid,
  constraint pk_supplier_blocks primary key (id),
  constraint fk_supplier_blocks__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint fk_supplier_blocks__change foreign key (organization_id, change_id) references finance.supplier_changes (organization_id, id),
  constraint ck_supplier_blocks__reason check (char_length(trim(reason)) between 3 and 500),
  constraint ck_supplier_blocks__lifted check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (change_id is null))
);
create unique index uq_supplier_blocks__open on finance.supplier_blocks (organization_id, supplier_id) where lifted_at is null;
--rollback drop table finance.supplier_blocks;

--changeset payables:012-supplier-change-kinds
--comment Letting a blocked supplier go is a change like the others. A new account may take the place of the others; the letter that told the supplier is kept.
alter table finance.supplier_changes
  add column replaces           boolean not null default false,
  add column letter_document_id uuid,
  drop constraint ck_supplier_changes__kind,
  add constraint ck_supplier_changes__kind check (kind in ('NEW_SUPPLIER', 'NEW_ACCOUNT', 'UNBLOCK')),
  drop constraint ck_supplier_changes__account,
  add constraint ck_supplier_changes__account check ((kind = 'NEW_ACCOUNT') = (account_id is not null)),
  add constraint fk_supplier_changes__letter foreign key (organization_id, letter_document_id) references shared.documents (organization_id, id);
create unique index uq_supplier_changes__open_unblock on finance.supplier_changes (organization_id, supplier_id) where state = 'OPEN' and kind = 'UNBLOCK';
--rollback drop index finance.uq_supplier_changes__open_unblock;
--rollback alter table finance.supplier_changes drop constraint fk_supplier_changes__letter, drop constraint ck_supplier_changes__account, drop constraint ck_supplier_changes__kind, drop column replaces, drop column letter_document_id;
--rollback alter table finance.supplier_changes add constraint ck_supplier_changes__kind check (kind in ('NEW_SUPPLIER', 'NEW_ACCOUNT')), add constraint ck_supplier_changes__account check (kind = 'NEW_SUPPLIER' or account_id is not null);

--changeset payables:012-views
--comment Held also as long as a verified account waits. Why and until when: supplier_hold_v. Where money goes: supplier_payee_v, one row per supplier, the account verified last.
create or replace view finance.payable_item_v with (security_invoker = true) as
select i.id, i.organization_id, i.invoice_id, i.supplier_id, s.number as supplier_number, s.name as supplier_name,
       v.document_number, v.number as supplier_invoice_number, i.amount, i.open_amount, i.currency, i.base_amount,
       i.base_currency, i.posted_on, i.due_on, i.journal_id,
       (s.state <> 'ACTIVE'
        or exists (select 1 from finance.supplier_changes c where c.organization_id = i.organization_id and c.supplier_id = i.supplier_id and c.state = 'OPEN')
        or exists (select 1 from finance.supplier_accounts a where a.organization_id = i.organization_id and a.supplier_id = i.supplier_id and a.state = 'VERIFIED' and a.usable_from > now())
        or not exists (select 1 from finance.supplier_accounts a where a.organization_id = i.organization_id and a.supplier_id = i.supplier_id and a.state = 'VERIFIED')) as held,
       i.open_base_amount
  from finance.payable_items i
  join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id
  join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id;

create view finance.supplier_hold_v with (security_invoker = true) as
select organization_id, supplier_id, supplier_number, supplier_name, reason,
       case when reason = 'WAITING_PERIOD' then held_until end as held_until
  from (select s.organization_id, s.id as supplier_id, s.number as supplier_number, s.name as supplier_name, a.held_until,
               case when s.state = 'BLOCKED' then 'BLOCKED'
                    when s.state = 'CANDIDATE' then 'CANDIDATE'
                    when exists (select 1 from finance.supplier_changes c where c.organization_id = s.organization_id and c.supplier_id = s.id and c.state = 'OPEN') then 'CHANGE_OPEN'
                    when a.held_until is null then 'NO_ACCOUNT'
                    when a.held_until > now() then 'WAITING_PERIOD' end as reason
          from finance.suppliers s
          left join lateral (select max(b.usable_from) as held_until from finance.supplier_accounts b
                              where b.organization_id = s.organization_id and b.supplier_id = s.id and b.state = 'VERIFIED') a on true
         where s.deleted_at is null) held
 where reason is not null;

create view finance.supplier_payee_v with (security_invoker = true) as
select distinct on (a.organization_id, a.supplier_id)
       a.organization_id, a.supplier_id, a.id as account_id, a.number_cipher, a.number_print, a.bic,
       coalesce(a.holder, s.name) as holder, a.usable_from
  from finance.supplier_accounts a
  join finance.suppliers s on s.organization_id = a.organization_id and s.id = a.supplier_id
 where a.state = 'VERIFIED'
 order by a.organization_id, a.supplier_id, a.usable_from desc, a.id desc;
--rollback drop view finance.supplier_payee_v;
--rollback drop view finance.supplier_hold_v;
--rollback create or replace view finance.payable_item_v with (security_invoker = true) as select i.id, i.organization_id, i.invoice_id, i.supplier_id, s.number as supplier_number, s.name as supplier_name, v.document_number, v.number as supplier_invoice_number, i.amount, i.open_amount, i.currency, i.base_amount, i.base_currency, i.posted_on, i.due_on, i.journal_id, (s.state <> 'ACTIVE' or exists (select 1 from finance.supplier_changes c where c.organization_id = i.organization_id and c.supplier_id = i.supplier_id and c.state = 'OPEN') or not exists (select 1 from finance.supplier_accounts a where a.organization_id = i.organization_id and a.supplier_id = i.supplier_id and a.state = 'VERIFIED')) as held, i.open_base_amount from finance.payable_items i join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id;

--changeset payables:012-permissions
with matrix (resource, action, description, roles) as (values
  ('payables.supplier', 'block', 'Stop payments to a supplier, and ask to let it go again',
    'ap-clerk cfo controller treasurer'),
  ('payables.supplier', 'reveal', 'Read a bank account number in full; every reading is logged',
    'controller treasurer'),
  ('payables.supplier-policy', 'manage', 'Set how long a new bank account waits',
    'cfo controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where (resource, action) in (('payables.supplier', 'block'), ('payables.supplier', 'reveal'), ('payables.supplier-policy', 'manage'));
--rollback delete from shared.permissions where (resource, action) in (('payables.supplier', 'block'), ('payables.supplier', 'reveal'), ('payables.supplier-policy', 'manage'));
