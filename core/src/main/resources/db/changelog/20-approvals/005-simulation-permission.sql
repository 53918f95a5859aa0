--liquibase formatted sql

--changeset approvals:005-simulation-permission
with matrix (resource, action, description, roles) as (values
  ('approvals.policy', 'simulate', 'Try another approval table on past decisions', 'administrator auditor cfo controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource = 'approvals.policy';
--rollback delete from shared.permissions where resource = 'approvals.policy';
