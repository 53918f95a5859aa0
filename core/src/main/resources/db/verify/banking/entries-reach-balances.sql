-- From the opening balance of its first statement, the entries of every bank account lead to the closing balance of its last; each stands under a booked statement of the same account and organization, and a statement has as many new entries as it says.
select p.organization_id as organization, a.code as account, p.balance::text as states, (p.first_opening + coalesce(e.amount, 0))::text as should_be, 'balance' as why
  from finance.bank_positions p
  join finance.bank_accounts a on a.id = p.bank_account_id
  left join (select bank_account_id, sum(amount) as amount from finance.bank_entries group by 1) e on e.bank_account_id = p.bank_account_id
 where p.balance <> p.first_opening + coalesce(e.amount, 0)
union all
select e.organization_id, e.statement_id::text, s.state, s.new_entries::text, 'entries of a statement: ' || e.entries
  from (select organization_id, statement_id, bank_account_id, count(distinct (booked_on, total, occurrence)) as entries
          from finance.bank_entries group by 1, 2, 3) e
  left join finance.bank_statements s on s.id = e.statement_id
 where s.id is null or s.state <> 'BOOKED' or s.new_entries <> e.entries
    or s.organization_id <> e.organization_id or s.bank_account_id <> e.bank_account_id
