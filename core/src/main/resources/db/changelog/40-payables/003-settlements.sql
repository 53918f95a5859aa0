--liquibase formatted sql

--changeset payables:003-rates-in-full
--comment A rate to base currency may need more than eight decimals: one rupiah is 0.0000498 euro.
alter table finance.supplier_invoices alter column base_rate type numeric(38,18);
--rollback alter table finance.supplier_invoices alter column base_rate type numeric(19,8);

--changeset payables:003-open-base-amounts
--comment What is left of an item at the rate it was booked at; all of it until now, since nothing could be settled.
alter table finance.payable_items add column open_base_amount numeric(19,4);
update finance.payable_items set open_base_amount = base_amount;
alter table finance.payable_items
  alter column open_base_amount set not null,
  add constraint uq_payable_items__organization_id unique (organization_id, id),
  add constraint ck_payable_items__open_base check (open_amount <> 0 or open_base_amount = 0);
--rollback alter table finance.payable_items drop constraint uq_payable_items__organization_id, drop constraint ck_payable_items__open_base, drop column open_base_amount;

--changeset payables:003-settlements
--comment What items were settled for, in parts or at once. Amounts have the sign of their item; a settlement that is taken back stands beside its mirror.
create table finance.payable_settlements (
  id               uuid             not null,
  organization_id  uuid             not null,
  number           text             not null,
  item_id          uuid             not null,
  settled_on       date             not null,
  amount           numeric(19, 4)   not null,
  currency         char(3)          not null,
  base_amount      numeric(19, 4)   not null,
  bank_account     text collate "C" not null,
  bank_amount      numeric(19, 4)   not null,
  bank_currency    char(3)          not null,
  bank_base_amount numeric(19, 4)   not null,
  difference       numeric(19, 4)   not null,
  base_currency    char(3)          not null,
  reference        text             not null,
  journal_id       uuid             not null,
  reverses_id      uuid,
  reason           text,
  settled_by       text             not null,
  settled_at       timestamptz      not null,
  constraint pk_payable_settlements primary key (id),
  constraint uq_payable_settlements__organization_id unique (organization_id, id),
  constraint uq_payable_settlements__number unique (organization_id, number),
  constraint fk_payable_settlements__item foreign key (organization_id, item_id) references finance.payable_items (organization_id, id),
  constraint fk_payable_settlements__bank_account foreign key (organization_id, bank_account) references finance.accounts (organization_id, code),
  constraint fk_payable_settlements__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint fk_payable_settlements__reverses foreign key (organization_id, reverses_id) references finance.payable_settlements (organization_id, id),
  constraint ck_payable_settlements__amount check (amount <> 0),
  constraint ck_payable_settlements__difference check (difference = base_amount - bank_base_amount),
  constraint ck_payable_settlements__reason check ((reverses_id is null) = (reason is null)),
  constraint ck_payable_settlements__reference check (char_length(reference) between 1 and 200)
);
comment on column finance.payable_settlements.base_amount is 'taken off the item: its part at the rate it was booked at';
comment on column finance.payable_settlements.bank_base_amount is 'what the bank account gave, in base currency';
comment on column finance.payable_settlements.difference is 'realized: above zero a gain';
create unique index uq_payable_settlements__reverses on finance.payable_settlements (organization_id, reverses_id) where reverses_id is not null;
create index ix_payable_settlements__item on finance.payable_settlements (organization_id, item_id, settled_on);
create index ix_payable_settlements__settled_on on finance.payable_settlements (organization_id, settled_on);
create trigger tr_payable_settlements__never_change before update or delete on finance.payable_settlements
  for each row execute function finance.refuse_change();
--rollback drop table finance.payable_settlements;

--changeset payables:003-views
--comment What other modules and reports may read. An item as of a day: its amounts less its settlements up to that day.
create or replace view finance.payable_item_v with (security_invoker = true) as
select i.id, i.organization_id, i.invoice_id, i.supplier_id, s.number as supplier_number, s.name as supplier_name,
       v.document_number, v.number as supplier_invoice_number, i.amount, i.open_amount, i.currency, i.base_amount,
       i.base_currency, i.posted_on, i.due_on, i.journal_id,
       (s.state <> 'ACTIVE'
        or exists (select 1 from finance.supplier_changes c where c.organization_id = i.organization_id and c.supplier_id = i.supplier_id and c.state = 'OPEN')
        or not exists (select 1 from finance.supplier_accounts a where a.organization_id = i.organization_id and a.supplier_id = i.supplier_id and a.state = 'VERIFIED')) as held,
       i.open_base_amount
  from finance.payable_items i
  join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id
  join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id;

create view finance.payable_settlement_v with (security_invoker = true) as
select id, organization_id, number, item_id, settled_on, amount, currency, base_amount, bank_account, bank_amount,
       bank_currency, bank_base_amount, difference, base_currency, reference, journal_id, reverses_id, settled_by, settled_at
  from finance.payable_settlements;
--rollback drop view finance.payable_settlement_v;
--rollback drop view finance.payable_item_v;
--rollback create view finance.payable_item_v with (security_invoker = true) as select i.id, i.organization_id, i.invoice_id, i.supplier_id, s.number as supplier_number, s.name as supplier_name, v.document_number, v.number as supplier_invoice_number, i.amount, i.open_amount, i.currency, i.base_amount, i.base_currency, i.posted_on, i.due_on, i.journal_id, (s.state <> 'ACTIVE' or exists (select 1 from finance.supplier_changes c where c.organization_id = i.organization_id and c.supplier_id = i.supplier_id and c.state = 'OPEN') or not exists (select 1 from finance.supplier_accounts a where a.organization_id = i.organization_id and a.supplier_id = i.supplier_id and a.state = 'VERIFIED')) as held from finance.payable_items i join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id;

--changeset payables:003-permissions
with matrix (resource, action, description, roles) as (values
  ('payables.item', 'read', 'See what is due to suppliers and what it was settled for',
    'accountant ap-clerk auditor cfo controller treasurer'),
  ('payables.item', 'settle', 'Record what due items were settled for, and take it back',
    'controller treasurer')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource = 'payables.item';
--rollback delete from shared.permissions where resource = 'payables.item';
