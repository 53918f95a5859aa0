-- What an allocation rule posted for a month is, for every cost centre that takes costs, what its last run says; the shares of a run sum to what it allocated.
with last_run as (
  select distinct on (rule_id, period) id, organization_id, rule_id, period, allocated
    from finance.allocation_runs
   order by rule_id, period, sequence desc),
booked as (
  select r.organization_id, r.rule_id, r.period, l.cost_centre, sum(l.base_amount) as amount
    from finance.allocation_runs r
    join finance.allocation_rules u on u.id = r.rule_id
    join finance.journals j on j.organization_id = r.organization_id and j.id = r.journal_id
    join finance.journal_lines l on l.batch = j.batch and l.organization_id = j.organization_id and l.journal_id = j.id
   where l.cost_centre is not null and l.cost_centre is distinct from u.source_cost_centre
   group by r.organization_id, r.rule_id, r.period, l.cost_centre)
select coalesce(b.organization_id, s.organization_id) as organization, u.code as rule, coalesce(b.period, r.period) as period,
       coalesce(b.cost_centre, s.cost_centre) as cost_centre, b.amount as ledger, s.amount as run
  from last_run r
  join finance.allocation_run_shares s on s.run_id = r.id
  full join booked b on b.rule_id = r.rule_id and b.period = r.period and b.cost_centre = s.cost_centre
  join finance.allocation_rules u on u.id = coalesce(b.rule_id, r.rule_id)
 where coalesce(b.amount, 0) <> coalesce(s.amount, 0)
union all
select r.organization_id, u.code, r.period, 'sum of the shares', r.allocated, coalesce(sum(s.amount), 0)
  from finance.allocation_runs r
  join finance.allocation_rules u on u.id = r.rule_id
  left join finance.allocation_run_shares s on s.run_id = r.id
 group by r.id, r.organization_id, u.code, r.period, r.allocated
having r.allocated <> coalesce(sum(s.amount), 0)
