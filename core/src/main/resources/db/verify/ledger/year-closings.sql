-- A carried forward year is closed, its income and expense accounts were moved whole, and what was taken back was taken back whole.
with live as (
  select organization_id, fiscal_year, bool_or(reversed_at is null) as carried
    from finance.year_closings group by organization_id, fiscal_year),
moved as (
  select b.organization_id, b.fiscal_year, b.account, b.currency, b.balance as amount, b.base_balance as base_amount
    from finance.ledger_balance_v b
    join live using (organization_id, fiscal_year)
   where live.carried and b.type in ('INCOME', 'EXPENSE')
  union all -- the closings of other years booked in this one are no result of it
  select v.organization_id, p.fiscal_year, v.account, v.currency, -v.amount, -v.base_amount
    from finance.year_closing_v v
    join finance.accounts a on a.organization_id = v.organization_id and a.code = v.account and a.type in ('INCOME', 'EXPENSE')
    join finance.periods p on p.organization_id = v.organization_id and p.period = v.period
    join live on live.organization_id = v.organization_id and live.fiscal_year = p.fiscal_year and live.carried
  union all
  select v.organization_id, v.fiscal_year, v.account, v.currency, v.amount, v.base_amount
    from finance.year_closing_v v
    join finance.accounts a on a.organization_id = v.organization_id and a.code = v.account and a.type in ('INCOME', 'EXPENSE'))
select organization_id as organization, fiscal_year, account, currency::text, sum(amount) as amount, sum(base_amount) as base_amount
  from moved
 group by organization_id, fiscal_year, account, currency
having sum(amount) <> 0 or sum(base_amount) <> 0
union all
select p.organization_id, p.fiscal_year, p.period::text, p.state, null, null
  from finance.periods p
  join live on live.organization_id = p.organization_id and live.fiscal_year = p.fiscal_year and live.carried
 where p.state <> 'CLOSED'
union all
select c.organization_id, c.fiscal_year, 'result', null, c.result, null
  from finance.year_closings c
  join finance.fiscal_years y on y.organization_id = c.organization_id and y.year = c.fiscal_year
 where c.posting_date <= y.ends_on
    or c.result <> coalesce((
         select sum(l.base_amount) from finance.journal_lines l
           join finance.accounts a on a.organization_id = l.organization_id and a.code = l.account and a.type in ('INCOME', 'EXPENSE')
          where l.journal_id = c.journal_id and l.batch = 0 and l.posting_date = c.posting_date), 0)
union all -- no journal carries forward but those recorded here, and none is reversed behind the ledger's back
select j.organization_id, j.fiscal_year, j.source_reference, 'unknown', null, null
  from finance.journals j
 where j.source = 'close:year-end'
   and not exists (
     select from finance.year_closings c
      where c.organization_id = j.organization_id and j.id in (c.journal_id, c.reversal_id))
