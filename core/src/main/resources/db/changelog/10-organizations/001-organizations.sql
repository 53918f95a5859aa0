--liquibase formatted sql

--changeset organizations:001-organizations
--comment An organization is a legal entity and a tenant: every row of the product belongs to one.
create table shared.organizations (
  id                uuid        not null,
  code              text        not null,
  name              text        not null,
  country           char(2)     not null,
  base_currency     char(3)     not null,
  zone_id           text        not null,
  locale            text        not null,
  fiscal_year_start char(5)     not null,
  created_by        text        not null,
  created_at        timestamptz not null,
  deleted_at        timestamptz,
  constraint pk_organizations primary key (id),
  constraint ck_organizations__code check (code ~ '^[A-Z][A-Z0-9]{1,15}$'),
  constraint ck_organizations__name check (char_length(name) between 1 and 200),
  constraint ck_organizations__country check (country ~ '^[A-Z]{2}$'),
  constraint ck_organizations__base_currency check (base_currency ~ '^[A-Z]{3}$'),
  constraint ck_organizations__fiscal_year_start check (fiscal_year_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$')
);
-- a code is never used again, even after its organization was removed: it names folders, queues and engine tenants
create unique index uq_organizations__code on shared.organizations (code);
--rollback drop table shared.organizations;

--changeset organizations:001-organization-view
--comment What other modules may join: they never read the table.
create view shared.organization_v as
  select id, code, name, zone_id from shared.organizations where deleted_at is null;
--rollback drop view shared.organization_v;

--changeset organizations:001-cost-centres
create table shared.cost_centres (
  id              uuid        not null,
  organization_id uuid        not null,
  code            text        not null,
  name            text        not null,
  created_by      text        not null,
  created_at      timestamptz not null,
  deleted_at      timestamptz,
  constraint pk_cost_centres primary key (id),
  constraint uq_cost_centres__organization_id unique (organization_id, id),
  constraint fk_cost_centres__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_cost_centres__code check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint ck_cost_centres__name check (char_length(name) between 1 and 200)
);
create unique index uq_cost_centres__code on shared.cost_centres (organization_id, code) where deleted_at is null;
create view shared.cost_centre_v as
  select id, organization_id, code, name from shared.cost_centres where deleted_at is null;
--rollback drop view shared.cost_centre_v;
--rollback drop table shared.cost_centres;
