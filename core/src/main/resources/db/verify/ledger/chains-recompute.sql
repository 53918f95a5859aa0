-- The chain of every series recomputes from its beginning to where the series stands: no journal was changed, removed or put in between, and none was recorded before the one it follows.
with link as (
  select organization_id, id, series, fiscal_year, number, recorded_at, content_hash, chain_hash,
         coalesce(lag(chain_hash) over earlier,
                  sha256(convert_to(organization_id || '/' || series || '/' || fiscal_year, 'UTF8'))) as before,
         lag(recorded_at) over earlier as recorded_before,
         lead(number) over earlier is null as is_last
    from finance.journals
  window earlier as (partition by organization_id, series, fiscal_year order by number))
select l.organization_id as organization, l.id as journal, l.series, l.fiscal_year, l.number
  from link l
  join finance.series s
    on s.organization_id = l.organization_id and s.series = l.series and s.fiscal_year = l.fiscal_year
 where l.chain_hash <> sha256(l.before || int8send(l.number)
         || int8send((extract(epoch from l.recorded_at) * 1000000)::bigint) || l.content_hash)
    or l.recorded_at < l.recorded_before
    or (l.is_last and l.chain_hash <> s.chain_hash)
