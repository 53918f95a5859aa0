--liquibase formatted sql

--changeset organizations:002-projects
--comment The second dimension of a posting: what undertaking it belongs to. A closed project takes nothing new; its code is never used again.
create table shared.projects (
  id              uuid        not null,
  organization_id uuid        not null,
  code            text        not null,
  name            text        not null,
  created_by      text        not null,
  created_at      timestamptz not null,
  closed_by       text,
  closed_at       timestamptz,
  constraint pk_projects primary key (id),
  constraint uq_projects__code unique (organization_id, code),
  constraint fk_projects__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_projects__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint ck_projects__name check (char_length(name) between 1 and 200),
  constraint ck_projects__closed check ((closed_by is null) = (closed_at is null))
);
create view shared.project_v with (security_invoker = true) as
  select id, organization_id, code, name, closed_at is null as open from shared.projects;
--rollback drop view shared.project_v;
--rollback drop table shared.projects;
