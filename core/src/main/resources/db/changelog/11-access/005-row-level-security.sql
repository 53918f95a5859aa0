--liquibase formatted sql

--changeset access:005-user-roles-policy
--comment As on every table with an organization (99-row-level-security), but roles of the whole installation are for everybody to see: they hold everywhere.
alter table shared.user_roles enable row level security;
create policy organization on shared.user_roles
  using (organization_id is null
      or (select current_setting('countinghouse.organizations', true)) = '*'
      or organization_id = any ((select string_to_array(nullif(current_setting('countinghouse.organizations', true), '*'), ','))::uuid[]));
--rollback drop policy organization on shared.user_roles;
--rollback alter table shared.user_roles disable row level security;
