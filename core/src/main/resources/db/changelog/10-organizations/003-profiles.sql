--liquibase formatted sql

--changeset organizations:003-organization-profiles
--comment How an organization names itself on what it sends: letters, orders, payment files. One row at most; without it only name and country are known.
create table shared.organization_profiles (
  organization_id    uuid        not null,
  street             text,
  additional         text,
  city               text,
  post_code          text,
  vat_id             text,
  legal_registration text,
  endpoint_scheme    text,
  endpoint           text,
  email              text,
  phone              text,
  changed_by         text        not null,
  changed_at         timestamptz not null,
  constraint pk_organization_profiles primary key (organization_id),
  constraint fk_organization_profiles__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_organization_profiles__endpoint check ((endpoint is null) = (endpoint_scheme is null)),
  constraint ck_organization_profiles__length check (
    coalesce(char_length(street), 0) <= 200 and coalesce(char_length(additional), 0) <= 200
    and coalesce(char_length(city), 0) <= 100 and coalesce(char_length(post_code), 0) <= 20
    and coalesce(char_length(email), 0) <= 200 and coalesce(char_length(phone), 0) <= 50)
);
--rollback drop table shared.organization_profiles;
