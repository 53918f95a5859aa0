--liquibase formatted sql

--changeset row-level-security:001-organization-policy runAlways:true splitStatements:false
--comment The second lock between organizations: the application's role sees only rows of the organizations its connection names ('*' for the system's own work). A connection that names none sees nothing of any; rows of no organization belong to the installation. Every table with an organization_id gets it, new ones at the next start; partitions are reached through their parent only.
do $$
declare
  item record;
begin
  for item in
    select c.oid::regclass as name, c.relispartition as partition
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
     where n.nspname in ('shared','finance','procurement','sales','hr','payroll','inventory')
       and c.relkind in ('r','p')
       and not c.relrowsecurity
  loop
    execute format('alter table %s enable row level security', item.name);
    if not item.partition then
      execute format(
        $policy$create policy organization on %s
          using (organization_id is null
              or (select current_setting('countinghouse.organizations', true)) = '*'
              or organization_id = any ((select string_to_array(nullif(current_setting('countinghouse.organizations', true), '*'), ','))::uuid[]))
          with check (organization_id is null
              or (select current_setting('countinghouse.organizations', true)) = '*'
              or organization_id = any ((select string_to_array(nullif(current_setting('countinghouse.organizations', true), '*'), ','))::uuid[]))$policy$,
        item.name);
    end if;
  end loop;
end $$;
--rollback select 1;

--changeset row-level-security:001-views-see-as-their-caller runAlways:true splitStatements:false
--comment A view reads with its owner's rights, past every policy, unless told otherwise.
do $$
declare
  view regclass;
begin
  for view in
    select c.oid::regclass
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('shared','finance','procurement','sales','hr','payroll','inventory')
       and c.relkind = 'v'
       and not 'security_invoker=true' = any (coalesce(c.reloptions, '{}'))
  loop
    execute format('alter view %s set (security_invoker = true)', view);
  end loop;
end $$;
--rollback select 1;
