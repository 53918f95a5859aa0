--liquibase formatted sql

--changeset ledger:002-last-number-known-at splitStatements:false
--comment Within a series the time of recording never goes back (db/verify/ledger/chains-recompute.sql), so what was known at an instant is found by halving, without an index that every posting would pay for.
create function finance.last_number_known_at(organization uuid, series_name text, year int, known_at timestamptz)
returns bigint language plpgsql stable as $$
declare
  known bigint := 0;
  unknown bigint;
  middle bigint;
  recorded timestamptz;
begin
  select s.last_number + 1, s.recorded_at into unknown, recorded
    from finance.series s
   where s.organization_id = organization and s.series = series_name and s.fiscal_year = year;
  if recorded <= known_at then
    return unknown - 1;
  end if;
  while unknown - known > 1 loop
    middle := (known + unknown) / 2;
    select j.recorded_at into recorded
      from finance.journals j
     where j.organization_id = organization and j.series = series_name and j.fiscal_year = year and j.number = middle;
    if recorded <= known_at then
      known := middle;
    else
      unknown := middle;
    end if;
  end loop;
  return known;
end $$;
--rollback drop function finance.last_number_known_at(uuid, text, int, timestamptz);
