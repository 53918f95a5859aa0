--liquibase formatted sql

--changeset access:001-users
--comment One identity for web, Tasklist, Cockpit, REST and command line; machine clients are users too.
create table shared.users (
  id            uuid        not null,
  username      text        not null,
  display_name  text        not null,
  email         text        not null,
  locale        text        not null,
  kind          text        not null,
  password_hash text,
  enabled       boolean     not null default true,
  -- sessions and tokens made before this number grew are no longer good
  stamp         integer     not null default 1,
  created_by    text        not null,
  created_at    timestamptz not null,
  constraint pk_users primary key (id),
  constraint uq_users__username unique (username),
  constraint ck_users__username check (username ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  constraint ck_users__display_name check (char_length(display_name) between 1 and 120),
  constraint ck_users__email check (char_length(email) <= 254),
  constraint ck_users__kind check (kind in ('PERSON', 'MACHINE'))
);
--rollback drop table shared.users;

--changeset access:001-roles
--comment A role of the installation (ops, administrator) holds in every organization, present and future.
create table shared.roles (
  code  text not null,
  name  text not null,
  scope text not null,
  constraint pk_roles primary key (code),
  constraint uq_roles__scope unique (code, scope),
  constraint ck_roles__code check (code ~ '^[a-z][a-z-]{1,40}$'),
  constraint ck_roles__scope check (scope in ('ORGANIZATION', 'INSTALLATION'))
);
create table shared.permissions (
  resource    text not null,
  action      text not null,
  description text not null,
  constraint pk_permissions primary key (resource, action),
  constraint ck_permissions__resource check (resource ~ '^[a-z-]+\.[a-z-]+$'),
  constraint ck_permissions__action check (action ~ '^[a-z-]+$')
);
create table shared.role_permissions (
  role     text not null,
  resource text not null,
  action   text not null,
  constraint pk_role_permissions primary key (role, resource, action),
  constraint fk_role_permissions__role foreign key (role) references shared.roles (code),
  constraint fk_role_permissions__permission foreign key (resource, action) references shared.permissions (resource, action)
);
--rollback drop table shared.role_permissions;
--rollback drop table shared.permissions;
--rollback drop table shared.roles;

--changeset access:001-user-roles
create table shared.user_roles (
  id              uuid        not null,
  user_id         uuid        not null,
  role            text        not null,
  scope           text        not null,
  organization_id uuid,
  assigned_by     text        not null,
  assigned_at     timestamptz not null,
  constraint pk_user_roles primary key (id),
  constraint uq_user_roles unique nulls not distinct (user_id, role, organization_id),
  constraint fk_user_roles__user foreign key (user_id) references shared.users (id),
  constraint fk_user_roles__role foreign key (role, scope) references shared.roles (code, scope),
  constraint fk_user_roles__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_user_roles__scope check ((scope = 'INSTALLATION') = (organization_id is null))
);
create index ix_user_roles__organization_role on shared.user_roles (organization_id, role);
--rollback drop table shared.user_roles;

--changeset access:001-duty-conflicts
--comment Two roles nobody may hold together in one organization (separation of duties).
create table shared.duty_conflicts (
  role   text not null,
  other  text not null,
  reason text not null,
  constraint pk_duty_conflicts primary key (role, other),
  constraint fk_duty_conflicts__role foreign key (role) references shared.roles (code),
  constraint fk_duty_conflicts__other foreign key (other) references shared.roles (code),
  constraint ck_duty_conflicts__order check (role < other)
);
--rollback drop table shared.duty_conflicts;

--changeset access:001-approval-limits
--comment Up to what amount a role, or one user in it, approves; for one cost centre or for all.
create table shared.approval_limits (
  id              uuid          not null,
  organization_id uuid          not null,
  role            text          not null,
  user_id         uuid,
  subject         text          not null,
  cost_centre_id  uuid,
  amount          numeric(19,4) not null,
  currency        char(3)       not null,
  assigned_by     text          not null,
  assigned_at     timestamptz   not null,
  constraint pk_approval_limits primary key (id),
  constraint uq_approval_limits unique nulls not distinct (organization_id, subject, role, user_id, cost_centre_id),
  constraint fk_approval_limits__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_approval_limits__role foreign key (role) references shared.roles (code),
  constraint fk_approval_limits__user foreign key (user_id) references shared.users (id),
  constraint fk_approval_limits__cost_centre foreign key (organization_id, cost_centre_id) references shared.cost_centres (organization_id, id),
  constraint ck_approval_limits__subject check (subject ~ '^[a-z-]+$'),
  constraint ck_approval_limits__amount check (amount >= 0)
);
--rollback drop table shared.approval_limits;

--changeset access:001-substitutions
--comment Who stands in for whom, on which days; both names are logged with every decision taken so.
create table shared.substitutions (
  id              uuid        not null,
  organization_id uuid        not null,
  absent_id       uuid        not null,
  substitute_id   uuid        not null,
  valid_from      date        not null,
  valid_until     date        not null,
  reason          text        not null,
  granted_by      text        not null,
  granted_at      timestamptz not null,
  revoked_by      text,
  revoked_at      timestamptz,
  constraint pk_substitutions primary key (id),
  constraint fk_substitutions__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_substitutions__absent foreign key (absent_id) references shared.users (id),
  constraint fk_substitutions__substitute foreign key (substitute_id) references shared.users (id),
  constraint ck_substitutions__two_people check (absent_id <> substitute_id),
  constraint ck_substitutions__days check (valid_from <= valid_until),
  constraint ck_substitutions__reason check (char_length(reason) between 1 and 500),
  constraint ck_substitutions__revoked check ((revoked_by is null) = (revoked_at is null))
);
create index ix_substitutions__absent on shared.substitutions (organization_id, absent_id, valid_until) where revoked_at is null;
create index ix_substitutions__substitute on shared.substitutions (organization_id, substitute_id, valid_until) where revoked_at is null;
--rollback drop table shared.substitutions;
