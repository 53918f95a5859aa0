--liquibase formatted sql

--changeset close:002-checklist-permissions
with matrix (resource, action, description, roles) as (values
  ('close.checklist', 'sign-off', 'Sign off the items of a closing one''s role owns',
    'accountant ap-clerk buyer cfo controller department-head hr-manager hr-officer payroll-manager payroll-officer treasurer warehouse'),
  ('close.checklist', 'maintain', 'Say which items people sign off in every closing, and who',
    'controller cfo')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource = 'close.checklist';
--rollback delete from shared.permissions where resource = 'close.checklist';

--changeset close:002-manual-items
--comment What people sign off in every closing of an organization: theirs to say, so data and no code.
create table finance.close_manual_items (
  id              uuid        not null,
  organization_id uuid        not null,
  key             text        not null,
  title_en        text        not null,
  title_de        text        not null,
  instructions    text        not null default '',
  owner           text        not null,
  after_keys      text        not null default '',
  evidence        text        not null,
  frequency       text        not null,
  created_by      text        not null,
  created_at      timestamptz not null,
  deleted_at      timestamptz,
  version         int         not null default 0,
  constraint pk_close_manual_items primary key (id),
  constraint uq_close_manual_items__organization_id unique (organization_id, id),
  constraint fk_close_manual_items__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_close_manual_items__owner foreign key (owner) references shared.roles (code),
  constraint ck_close_manual_items__key check (key ~ '^manual\.[a-z][a-z0-9-]{1,60}$'),
  constraint ck_close_manual_items__evidence check (evidence in ('NOTE', 'DOCUMENT')),
  constraint ck_close_manual_items__frequency check (frequency in ('MONTHLY', 'QUARTERLY', 'YEARLY'))
);
create unique index uq_close_manual_items__key on finance.close_manual_items (organization_id, key)
  where deleted_at is null;
create table finance.close_manual_item_accounts (
  organization_id uuid not null,
  item_id         uuid not null,
  account         text not null,
  constraint pk_close_manual_item_accounts primary key (item_id, account),
  constraint fk_close_manual_item_accounts__item foreign key (organization_id, item_id) references finance.close_manual_items (organization_id, id),
  constraint fk_close_manual_item_accounts__account foreign key (organization_id, account) references finance.accounts (organization_id, code)
);
--rollback drop table finance.close_manual_item_accounts;
--rollback drop table finance.close_manual_items;

--changeset close:002-checklist-owners
--comment Who answers for an item, what was said and shown when it was signed off, and when that ceased to be true.
alter table finance.close_checklist_items
  add column kind text not null default 'CHECK',
  add column owner text not null default 'accountant',
  add column instructions text not null default '',
  add column evidence_kind text,
  add column watched_accounts text not null default '',
  add column note text,
  add column document_id uuid,
  add column decertified_at timestamptz,
  add constraint uq_close_checklist_items__organization_id unique (organization_id, closing_id, key),
  add constraint fk_close_checklist_items__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  add constraint ck_close_checklist_items__kind check (kind in ('CHECK', 'ROUTINE', 'MANUAL', 'STEP')),
  add constraint ck_close_checklist_items__evidence check ((kind = 'MANUAL') = (evidence_kind is not null)),
  add constraint ck_close_checklist_items__signed_off check (kind <> 'MANUAL' or state <> 'DONE'
    or (note is not null and (evidence_kind = 'NOTE' or document_id is not null))),
  add constraint ck_close_checklist_items__decertified check (decertified_at is null or state <> 'DONE');
update finance.close_checklist_items set kind = 'STEP' where key like 'close.%';
--rollback alter table finance.close_checklist_items drop column kind, drop column owner, drop column instructions, drop column evidence_kind, drop column watched_accounts, drop column note, drop column document_id, drop column decertified_at, drop constraint uq_close_checklist_items__organization_id;

--changeset close:002-vouched-balances
--comment The balances an item vouched for when it was done. One that is another now makes the item open again.
create table finance.close_vouched_balances (
  organization_id uuid          not null,
  closing_id      uuid          not null,
  key             text          not null,
  account         text          not null,
  currency        char(3)       not null,
  amount          numeric(19,4) not null,
  constraint pk_close_vouched_balances primary key (closing_id, key, account),
  constraint fk_close_vouched_balances__item foreign key (organization_id, closing_id, key) references finance.close_checklist_items (organization_id, closing_id, key)
);
comment on column finance.close_vouched_balances.amount is 'in base currency, debit positive, as of the end of the month';
--rollback drop table finance.close_vouched_balances;

--changeset close:002-report-packs
--comment The workbooks of a closed month, made from what was known at the close. The certificate names each by its hash.
create table finance.close_report_packs (
  id              uuid        not null,
  organization_id uuid        not null,
  closing_id      uuid        not null,
  document_id     uuid        not null,
  job_run_id      uuid        not null,
  created_at      timestamptz not null,
  constraint pk_close_report_packs primary key (id),
  constraint uq_close_report_packs__organization_id unique (organization_id, id),
  constraint uq_close_report_packs__closing unique (closing_id),
  constraint fk_close_report_packs__closing foreign key (organization_id, closing_id) references finance.closings (organization_id, id),
  constraint fk_close_report_packs__document foreign key (organization_id, document_id) references shared.documents (organization_id, id)
);
create table finance.close_report_pack_documents (
  organization_id uuid not null,
  pack_id         uuid not null,
  position        int  not null,
  report          text not null,
  content_hash    char(64) not null,
  document_id     uuid not null,
  constraint pk_close_report_pack_documents primary key (pack_id, position),
  constraint uq_close_report_pack_documents__report unique (pack_id, report),
  constraint fk_close_report_pack_documents__pack foreign key (organization_id, pack_id) references finance.close_report_packs (organization_id, id),
  constraint fk_close_report_pack_documents__document foreign key (organization_id, document_id) references shared.documents (organization_id, id)
);
comment on column finance.close_report_pack_documents.content_hash is 'hash of what the report says, whatever its language and the day it was made';
--rollback drop table finance.close_report_pack_documents;
--rollback drop table finance.close_report_packs;
