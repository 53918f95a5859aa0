--liquibase formatted sql

--changeset access:002-role-grant-view
--comment Who holds which role where. A role of the installation holds in every organization; a disabled user holds none.
create view shared.role_grant_v as
  select u.username, r.role, r.organization_id
    from shared.users u
    join shared.user_roles r on r.user_id = u.id
   where u.enabled and r.organization_id is not null
  union all
  select u.username, r.role, o.id
    from shared.users u
    join shared.user_roles r on r.user_id = u.id
   cross join shared.organization_v o
   where u.enabled and r.organization_id is null;
--rollback drop view shared.role_grant_v;

--changeset access:002-membership-view
create view shared.membership_v as
  select distinct username, organization_id from shared.role_grant_v;
--rollback drop view shared.membership_v;
