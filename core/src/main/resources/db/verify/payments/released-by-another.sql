-- Nobody released a run he proposed, changed or handed in, and only a released run has payments.
select r.organization_id as organization, r.number as run, r.released_by, 'had a hand in it' as why
  from finance.payment_runs r
 where r.released_by is not null
   and (r.released_by in (r.proposed_by, r.submitted_by)
        or exists (select from finance.payment_run_changes c
                    where c.organization_id = r.organization_id and c.run_id = r.id
                      and (c.changed_by = r.released_by or c.changed_by = r.released_for)))
union all
select r.organization_id, r.number, r.released_by, 'payments without a release'
  from finance.payment_runs r
 where r.released_by is null
   and exists (select from finance.payments p where p.organization_id = r.organization_id and p.run_id = r.id)
