-- Income and expense accounts are assigned to lines of the profit and loss account, all others to the balance sheet and the cash flow statement.
select t.organization_id as organization, t.statement, t.account, a.type
  from finance.statement_assignments t
  join finance.accounts a on a.organization_id = t.organization_id and a.code = t.account
 where (a.type in ('INCOME', 'EXPENSE')) <> (t.statement = 'profit-and-loss')
