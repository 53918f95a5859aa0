-- Every stored balance of an account, period and currency is the sum of its lines, and no line is without one.
with line as (
  select organization_id, account, date_trunc('month', posting_date)::date as period, currency,
         sum(greatest(amount, 0)) as debit, sum(greatest(-amount, 0)) as credit,
         sum(greatest(base_amount, 0)) as base_debit, sum(greatest(-base_amount, 0)) as base_credit, count(*) as lines
    from finance.journal_lines
   group by 1, 2, 3, 4)
select coalesce(b.organization_id, l.organization_id) as organization, coalesce(b.account, l.account) as account,
       coalesce(b.period, l.period) as period, coalesce(b.currency, l.currency) as currency,
       b.base_debit as stored_debit, l.base_debit as line_debit,
       b.base_credit as stored_credit, l.base_credit as line_credit
  from finance.balances b
  full join line l
    on l.organization_id = b.organization_id and l.account = b.account and l.period = b.period and l.currency = b.currency
 where (b.debit, b.credit, b.base_debit, b.base_credit, b.lines)
       is distinct from (l.debit, l.credit, l.base_debit, l.base_credit, l.lines)
