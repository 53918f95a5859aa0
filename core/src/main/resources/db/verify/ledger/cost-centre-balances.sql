-- Every stored balance of a cost centre is the sum of its lines, and no line with a cost centre is without one.
with line as (
  select organization_id, cost_centre, account, date_trunc('month', posting_date)::date as period, currency,
         sum(greatest(amount, 0)) as debit, sum(greatest(-amount, 0)) as credit,
         sum(greatest(base_amount, 0)) as base_debit, sum(greatest(-base_amount, 0)) as base_credit, count(*) as lines
    from finance.journal_lines
   where cost_centre is not null
   group by 1, 2, 3, 4, 5)
select coalesce(b.organization_id, l.organization_id) as organization, coalesce(b.cost_centre, l.cost_centre) as cost_centre,
       coalesce(b.account, l.account) as account, coalesce(b.period, l.period) as period,
       b.base_debit as stored_debit, l.base_debit as line_debit,
       b.base_credit as stored_credit, l.base_credit as line_credit
  from finance.cost_centre_balances b
  full join line l
    on l.organization_id = b.organization_id and l.cost_centre = b.cost_centre and l.account = b.account
   and l.period = b.period and l.currency = b.currency
 where (b.debit, b.credit, b.base_debit, b.base_credit, b.lines)
       is distinct from (l.debit, l.credit, l.base_debit, l.base_credit, l.lines)
