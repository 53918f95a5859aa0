-- No journal was recorded in a period while it was closed, and every period's state is what its last event made it.
select j.organization_id as organization, j.id::text as journal, p.period::text, p.state
  from (select organization_id, period, state_after as state, changed_at as since,
               lead(changed_at) over (partition by organization_id, period order by changed_at, id) as until
          from finance.period_events) p
  join finance.journals j
    on j.organization_id = p.organization_id
   and j.posting_date >= p.period and j.posting_date < p.period + interval '1 month'
   and j.recorded_at > p.since and (p.until is null or j.recorded_at < p.until)
 where p.state = 'CLOSED'
union all
select p.organization_id, null, p.period::text, p.state
  from finance.periods p
  left join lateral (
    select e.state_after from finance.period_events e
     where e.organization_id = p.organization_id and e.period = p.period
     order by e.changed_at desc, e.id desc limit 1) e on true
 where p.state <> coalesce(e.state_after, 'OPEN')
