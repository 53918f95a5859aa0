-- No journal of a module was recorded in a month after the module was locked out of it.
select j.organization_id as organization, j.id as journal, l.period, l.module, j.recorded_at, l.locked_at
  from finance.period_locks l
  join finance.journals j
    on j.organization_id = l.organization_id
   and j.posting_date >= l.period and j.posting_date < l.period + interval '1 month'
   and (j.source = l.module or j.source like l.module || ':%')
 where j.recorded_at > l.locked_at
