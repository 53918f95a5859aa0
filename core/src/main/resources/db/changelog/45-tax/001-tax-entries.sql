--liquibase formatted sql

--changeset tax:001-tax-codes
--comment Codes for sales, for use tax and for moving tax between accounts; what a country's return calls each.
alter table finance.tax_codes
  add column usage text not null default 'PURCHASE',
  add column treatment text,
  drop constraint ck_tax_codes__kind,
  drop constraint ck_tax_codes__accounts,
  add constraint ck_tax_codes__usage check (usage in ('PURCHASE', 'SALE', 'TRANSFER')),
  add constraint ck_tax_codes__treatment check (treatment ~ '^[A-Z0-9_]{1,40}$'),
  add constraint ck_tax_codes__kind check (kind in ('RECOVERABLE', 'COST', 'REVERSE_CHARGE', 'USE_TAX', 'CHARGED', 'NONE')),
  add constraint ck_tax_codes__accounts check (
    (input_account is not null) = (kind in ('RECOVERABLE', 'REVERSE_CHARGE'))
    and (output_account is not null) = (kind in ('REVERSE_CHARGE', 'USE_TAX', 'CHARGED'))),
  add constraint ck_tax_codes__sides check (
    (kind <> 'CHARGED' or usage = 'SALE')
    and (usage <> 'SALE' or kind in ('CHARGED', 'NONE'))
    and (usage <> 'TRANSFER' or kind = 'NONE'));
--rollback alter table finance.tax_codes drop constraint ck_tax_codes__sides, drop constraint ck_tax_codes__accounts, drop constraint ck_tax_codes__kind, drop constraint ck_tax_codes__treatment, drop constraint ck_tax_codes__usage, drop column treatment, drop column usage;
--rollback alter table finance.tax_codes add constraint ck_tax_codes__kind check (kind in ('RECOVERABLE', 'COST', 'REVERSE_CHARGE', 'NONE')), add constraint ck_tax_codes__accounts check ((kind = 'RECOVERABLE' and input_account is not null and output_account is null) or (kind = 'REVERSE_CHARGE' and input_account is not null and output_account is not null) or (kind in ('COST', 'NONE') and input_account is null and output_account is null));

--changeset tax:001-tax-entries
--comment The tax of everything posted with a tax code. Account and treatment are kept as they were then: a return that was filed must not change with its codes.
create table finance.tax_entries (
  id              uuid             not null,
  organization_id uuid             not null,
  journal_id      uuid             not null,
  posting_date    date             not null,
  tax_code        text             not null,
  treatment       text,
  currency        char(3)          not null,
  taxable         numeric(19, 4)   not null,
  input_tax       numeric(19, 4)   not null,
  output_tax      numeric(19, 4)   not null,
  cost_tax        numeric(19, 4)   not null,
  base_currency   char(3)          not null,
  base_taxable    numeric(19, 4)   not null,
  base_input_tax  numeric(19, 4)   not null,
  base_output_tax numeric(19, 4)   not null,
  base_cost_tax   numeric(19, 4)   not null,
  input_account   text collate "C",
  output_account  text collate "C",
  text            text             not null,
  reverses_id     uuid,
  recorded_at     timestamptz      not null,
  constraint pk_tax_entries primary key (id),
  constraint uq_tax_entries__organization_id unique (organization_id, id),
  constraint fk_tax_entries__journal foreign key (journal_id, organization_id) references finance.journals (id, organization_id),
  constraint fk_tax_entries__tax_code foreign key (organization_id, tax_code) references finance.tax_codes (organization_id, code),
  constraint fk_tax_entries__input_account foreign key (organization_id, input_account) references finance.accounts (organization_id, code),
  constraint fk_tax_entries__output_account foreign key (organization_id, output_account) references finance.accounts (organization_id, code),
  constraint fk_tax_entries__reverses foreign key (organization_id, reverses_id) references finance.tax_entries (organization_id, id),
  constraint ck_tax_entries__input check (input_account is not null or (input_tax = 0 and base_input_tax = 0)),
  constraint ck_tax_entries__output check (output_account is not null or (output_tax = 0 and base_output_tax = 0))
);
comment on column finance.tax_entries.taxable is 'above zero: bought or sold; below: credited';
comment on column finance.tax_entries.base_input_tax is 'as it stands, debited, on the input account';
comment on column finance.tax_entries.base_output_tax is 'as it stands, credited, on the output account';
create index ix_tax_entries__posting_date on finance.tax_entries (organization_id, posting_date);
create index ix_tax_entries__journal on finance.tax_entries (organization_id, journal_id);
create unique index uq_tax_entries__reverses on finance.tax_entries (organization_id, reverses_id) where reverses_id is not null;
create trigger tr_tax_entries__never_change before update or delete on finance.tax_entries
  for each row execute function finance.refuse_change();
--rollback drop table finance.tax_entries;

--changeset tax:001-views
--comment What other modules and reports may read.
create view finance.tax_entry_v with (security_invoker = true) as
  select e.id, e.organization_id, e.journal_id, e.posting_date, e.tax_code, c.name as tax_code_name, c.usage, e.treatment,
         e.currency, e.taxable, e.input_tax, e.output_tax, e.cost_tax, e.base_currency, e.base_taxable, e.base_input_tax,
         e.base_output_tax, e.base_cost_tax, e.input_account, e.output_account, e.text, e.reverses_id, e.recorded_at
    from finance.tax_entries e
    join finance.tax_codes c on c.organization_id = e.organization_id and c.code = e.tax_code;
create view finance.tax_code_v with (security_invoker = true) as
  select organization_id, code, name, usage, category, document_rate, kind, own_rate, input_account, output_account, treatment
    from finance.tax_codes
   where deleted_at is null;
--rollback drop view finance.tax_code_v;
--rollback drop view finance.tax_entry_v;

--changeset tax:001-permissions
with matrix (resource, action, description, roles) as (values
  ('tax.code', 'read', 'See tax codes',
    'accountant ap-clerk auditor buyer cfo controller department-head treasurer'),
  ('tax.code', 'manage', 'Set up tax codes',
    'controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource = 'tax.code';
--rollback delete from shared.permissions where resource = 'tax.code';
