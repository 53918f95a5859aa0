--liquibase formatted sql

--changeset currency:001-fx-rates splitStatements:false
--comment What currencies were worth, as published. A rate is never overwritten, since journals may rest on it: a correction stands beside the rate it supersedes.
create table finance.fx_rates (
  id              uuid           not null,
  organization_id uuid           not null,
  base            char(3)        not null,
  quote           char(3)        not null,
  published_on    date           not null,
  rate            numeric(20,10) not null,
  source          text           not null,
  document_id     uuid,
  corrects_id     uuid,
  reason          text,
  recorded_by     text           not null,
  recorded_at     timestamptz    not null,
  superseded_by   text,
  superseded_at   timestamptz,
  constraint pk_fx_rates primary key (id),
  constraint uq_fx_rates__organization_id unique (organization_id, id),
  constraint fk_fx_rates__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_fx_rates__corrects foreign key (organization_id, corrects_id) references finance.fx_rates (organization_id, id),
  constraint ck_fx_rates__pair check (base ~ '^[A-Z]{3}$' and quote ~ '^[A-Z]{3}$' and base <> quote),
  constraint ck_fx_rates__rate check (rate > 0),
  constraint ck_fx_rates__source check (char_length(source) between 1 and 100),
  constraint ck_fx_rates__correction check ((corrects_id is null) = (reason is null)),
  constraint ck_fx_rates__superseded check ((superseded_by is null) = (superseded_at is null))
);
comment on column finance.fx_rates.rate is 'units of quote for one base';
create unique index uq_fx_rates__current on finance.fx_rates (organization_id, base, quote, published_on) where superseded_at is null;
create unique index uq_fx_rates__corrects on finance.fx_rates (organization_id, corrects_id) where corrects_id is not null;
create index ix_fx_rates__published_on on finance.fx_rates (organization_id, published_on) where superseded_at is null;

create function finance.refuse_rate_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.superseded_at is null
     and (to_jsonb(new) - 'superseded_by' - 'superseded_at') = (to_jsonb(old) - 'superseded_by' - 'superseded_at') then
    return new;
  end if;
  raise exception '% of a published rate is refused: correct it by a rate that supersedes it', tg_op using errcode = 'restrict_violation';
end $$;
create trigger tr_fx_rates__stand before update or delete on finance.fx_rates
  for each row execute function finance.refuse_rate_change();
--rollback drop table finance.fx_rates;
--rollback drop function finance.refuse_rate_change();

--changeset currency:001-views
--comment What other modules and reports may read: the rates in force.
create view finance.fx_rate_v with (security_invoker = true) as
  select organization_id, base, quote, published_on, rate, source, document_id, recorded_at
    from finance.fx_rates
   where superseded_at is null;
--rollback drop view finance.fx_rate_v;

--changeset currency:001-permissions
with matrix (resource, action, description, roles) as (values
  ('currency.rate', 'read', 'See exchange rates',
    'accountant ap-clerk auditor buyer cfo controller department-head treasurer'),
  ('currency.rate', 'manage', 'Enter and correct exchange rates',
    'controller treasurer')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource = 'currency.rate';
--rollback delete from shared.permissions where resource = 'currency.rate';
