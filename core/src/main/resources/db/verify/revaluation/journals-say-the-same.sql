-- Every revaluation is its journal, no more and no less, dated the last day of its month, and undone the day after.
with said as (
  select r.organization_id, r.id, r.period, r.journal_id, r.reversal_id, sum(l.posted) as posted
    from finance.revaluations r
    join finance.revaluation_lines l on l.organization_id = r.organization_id and l.revaluation_id = r.id
   group by r.organization_id, r.id),
booked as (
  select s.organization_id, s.id, s.period, s.posted, j.posting_date, m.posting_date as undone_on, m.reverses_id, j.id as journal_id,
         (select sum(n.base_amount)
            from finance.journal_lines n
            join finance.accounts a on a.organization_id = n.organization_id and a.code = n.account
           where n.journal_id = j.id and n.organization_id = j.organization_id
             and a.type in ('ASSET', 'LIABILITY')) as valuation
    from said s
    left join finance.journals j on j.id = s.journal_id and j.organization_id = s.organization_id
    left join finance.journals m on m.id = s.reversal_id and m.organization_id = s.organization_id)
select organization_id as organization, period, posted, valuation, posting_date, undone_on
  from booked
 where valuation is distinct from posted
    or posting_date is distinct from (period + interval '1 month - 1 day')::date
    or undone_on is distinct from (period + interval '1 month')::date
    or reverses_id is distinct from journal_id
