-- Lines, reversals and balances belong to the organization of the journal, account and period they refer to.
select l.organization_id as organization, 'line' as kind, l.journal_id::text as item
  from finance.journal_lines l
  left join finance.journals j on j.id = l.journal_id and j.organization_id = l.organization_id
  left join finance.accounts a on a.organization_id = l.organization_id and a.code = l.account
 where j.id is null or a.id is null
union all
select r.organization_id, 'reversal', r.id::text
  from finance.journals r
  left join finance.journals j on j.id = r.reverses_id
 where r.reverses_id is not null and (j.id is null or j.organization_id <> r.organization_id)
union all
select j.organization_id, 'journal without period', j.id::text
  from finance.journals j
  left join finance.periods p
    on p.organization_id = j.organization_id and p.period = date_trunc('month', j.posting_date)::date
 where p.period is null or p.fiscal_year <> j.fiscal_year
