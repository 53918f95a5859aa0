--liquibase formatted sql

--changeset secrets:001-field-keys
--comment Which keys the encrypted fields need, each with a proof that only who has the key can make: a start with another key file is refused.
create table shared.field_keys (
  id         text constraint pk_field_keys primary key,
  proof      text not null,
  created_at timestamptz not null default now()
);
--rollback drop table shared.field_keys;
