--liquibase formatted sql

--changeset ledger:021-lock-series splitStatements:false
--comment Two statements in one round trip. The look at the journals has a snapshot of its own, taken after the wait for the lock: in one SQL statement it would be as old as the wait.
create function finance.lock_series(organization uuid, series_name text, year int, journal_source text, reference text)
returns boolean language plpgsql volatile as $$
begin
  perform 1
     from finance.series s
    where s.organization_id = organization and s.series = series_name and s.fiscal_year = year
      for no key update;
  return exists (
    select from finance.journals j
     where j.organization_id = organization and j.source = journal_source and j.source_reference = reference);
end $$;
comment on function finance.lock_series is 'waits for whoever posts in this series; true if the reference is in the books already';
--rollback drop function finance.lock_series(uuid, text, int, text, text);
