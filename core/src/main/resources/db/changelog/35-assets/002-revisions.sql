--liquibase formatted sql

--changeset assets:002-revisions
--comment How long an asset will last and what will be left of it is estimated, and estimated anew: from a month on, what is left is spread over what remains (IAS 8.36, IAS 16.51). The latest said for a month counts.
create table finance.asset_revisions (
  id              uuid           not null,
  organization_id uuid           not null,
  asset_id        uuid           not null,
  period          date           not null,
  life_months     int            not null,
  residual        numeric(19, 4) not null,
  currency        char(3)        not null,
  reason          text           not null,
  created_by      text           not null,
  recorded_at     timestamptz    not null,
  constraint pk_asset_revisions primary key (id),
  constraint fk_asset_revisions__asset foreign key (organization_id, asset_id) references finance.assets (organization_id, id),
  constraint ck_asset_revisions__period check (extract(day from period) = 1),
  constraint ck_asset_revisions__life check (life_months between 1 and 1200),
  constraint ck_asset_revisions__residual check (residual >= 0)
);
create index ix_asset_revisions__asset on finance.asset_revisions (asset_id, period);
comment on column finance.asset_revisions.life_months is 'from when it was put in service to its new end';
create trigger tr_asset_revisions__never_change before update or delete on finance.asset_revisions
  for each row execute function finance.refuse_change();
--rollback drop table finance.asset_revisions;
