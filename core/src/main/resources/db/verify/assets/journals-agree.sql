-- Every journal of the asset register moves cost and accumulated depreciation by exactly what its transactions say, in their month.
with said as (
  select organization_id, journal_id, account, sum(amount) as amount, min(period) as period, max(period) as last_period
    from (select organization_id, journal_id, cost_account as account, cost as amount, period
            from finance.asset_transactions
           where journal_id is not null
          union all
          select organization_id, journal_id, depreciation_account, -accumulated, period
            from finance.asset_transactions
           where journal_id is not null and depreciation_account is not null) each
   group by organization_id, journal_id, account),
booked as (
  select j.organization_id, j.id as journal_id, l.account, sum(l.base_amount) as amount, date_trunc('month', j.posting_date)::date as period
    from finance.journals j
    join finance.journal_lines l on l.batch = j.batch and l.organization_id = j.organization_id and l.journal_id = j.id
   where j.source in ('assets:acquisition', 'assets:depreciation', 'assets:impairment', 'assets:disposal')
   group by j.organization_id, j.id, l.account, j.posting_date)
select s.organization_id as organization, s.journal_id as journal, s.account, s.amount as register, b.amount as ledger
  from said s
  left join booked b on b.organization_id = s.organization_id and b.journal_id = s.journal_id and b.account = s.account
 where s.amount <> coalesce(b.amount, 0)
    or (b.period is not null and (s.period <> b.period or s.last_period <> b.period))
union all
select j.organization_id, j.id, j.source, null, null
  from finance.journals j
 where j.source in ('assets:acquisition', 'assets:depreciation', 'assets:impairment', 'assets:disposal')
   and not exists (select 1 from finance.asset_transactions t where t.organization_id = j.organization_id and t.journal_id = j.id)
