--liquibase formatted sql

--changeset reporting:001-statement-assignments
--comment Accounts that stand on another statement line than their country's definition says, or that it cannot know.
create table finance.statement_assignments (
  organization_id uuid        not null,
  statement       text        not null,
  account         text collate "C" not null,
  line            text        not null,
  assigned_by     text        not null,
  assigned_at     timestamptz not null,
  constraint pk_statement_assignments primary key (organization_id, statement, account),
  constraint fk_statement_assignments__account foreign key (organization_id, account) references finance.accounts (organization_id, code),
  constraint ck_statement_assignments__statement check (statement in ('profit-and-loss', 'balance-sheet', 'cash-flow'))
);
--rollback drop table finance.statement_assignments;

--changeset reporting:001-statement-permissions
--comment What a statement shows where is the controller's and the chief financial officer's.
insert into shared.permissions (resource, action, description) values
  ('reporting.statement', 'assign', 'Assign accounts to lines of the financial statements'),
  ('reporting.schedule', 'manage', 'Schedule reports');
insert into shared.role_permissions (role, resource, action) values
  ('controller', 'reporting.statement', 'assign'),
  ('cfo', 'reporting.statement', 'assign'),
  ('accountant', 'reporting.schedule', 'manage'),
  ('controller', 'reporting.schedule', 'manage'),
  ('cfo', 'reporting.schedule', 'manage');
--rollback delete from shared.role_permissions where resource in ('reporting.statement', 'reporting.schedule');
--rollback delete from shared.permissions where resource in ('reporting.statement', 'reporting.schedule');
