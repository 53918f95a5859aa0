--liquibase formatted sql

--changeset ledger:006-opening-balance-permissions
--comment Balances taken over are where the books begin: the controller answers for them.
insert into shared.permissions (resource, action, description) values
  ('ledger.opening-balance', 'import', 'Take over opening balances from a file');
insert into shared.role_permissions (role, resource, action) values
  ('controller', 'ledger.opening-balance', 'import');
--rollback delete from shared.role_permissions where resource = 'ledger.opening-balance';
--rollback delete from shared.permissions where resource = 'ledger.opening-balance';
