--liquibase formatted sql

--changeset foundation:001-schemas
--comment One schema per domain. The application's role owns none of them: it may read and write rows, not change tables. Code that makes partitions or copies in bulk says "set local role countinghouse_owner" first.
create schema shared;
create schema finance;
create schema procurement;
create schema sales;
create schema hr;
create schema payroll;
create schema inventory;
create schema workflow;
create schema batch;
create schema quartz;
create schema events;
--rollback drop schema events; drop schema quartz; drop schema batch; drop schema workflow; drop schema inventory; drop schema payroll; drop schema hr; drop schema sales; drop schema procurement; drop schema finance; drop schema shared;

--changeset foundation:001-application-role splitStatements:false
--comment What the owner makes from now on, the application may use. Where one role does both there is nothing to grant.
do $$
declare
  domain text;
begin
  if '${application.role}' in ('', current_user) then
    return;
  end if;
  foreach domain in array array['shared','finance','procurement','sales','hr','payroll','inventory','workflow','batch','quartz','events']
  loop
    execute format('grant usage on schema %I to %I', domain, '${application.role}');
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I', domain, '${application.role}');
    execute format('alter default privileges in schema %I grant usage, select, update on sequences to %I', domain, '${application.role}');
  end loop;
end $$;
--rollback select 1;
