-- Every superseded exchange rate has its correction, and every correction corrects a superseded rate of the same pair and day.
select r.organization_id as organization, r.base || '/' || r.quote || ' ' || r.published_on as rate
  from finance.fx_rates r
  left join finance.fx_rates c on c.organization_id = r.organization_id and c.corrects_id = r.id
 where r.superseded_at is not null
   and (c.id is null or (c.base, c.quote, c.published_on) <> (r.base, r.quote, r.published_on))
union all
select c.organization_id, c.base || '/' || c.quote || ' ' || c.published_on
  from finance.fx_rates c
  join finance.fx_rates r on r.organization_id = c.organization_id and r.id = c.corrects_id
 where r.superseded_at is null
