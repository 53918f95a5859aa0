-- Every entry of a bank is explained in full or stands in suspense with just the rest, and the journals of statements moved the bank's account by just its entries.
select e.organization_id as organization, e.id::text as entry, e.amount::text as amount, (coalesce(c.amount, 0) + coalesce(s.open_amount, 0))::text as accounted, 'entry' as why
  from finance.bank_entries e
  left join (select entry_id, sum(amount) as amount from finance.bank_clearings group by 1) c on c.entry_id = e.id
  left join finance.bank_suspense s on s.entry_id = e.id
 where e.amount <> coalesce(c.amount, 0) + coalesce(s.open_amount, 0)
   and exists (select from finance.bank_journals j where j.organization_id = e.organization_id and j.statement_id = e.statement_id)
union all
select a.organization_id, a.code, e.amount::text, coalesce(l.amount, 0)::text, 'bank account'
  from finance.bank_accounts a
  join (select bank_account_id, sum(amount) as amount from finance.bank_entries group by 1) e on e.bank_account_id = a.id
  left join (select b.bank_account_id, sum(n.amount) as amount
               from finance.bank_journals b
               join finance.bank_accounts k on k.id = b.bank_account_id
               join finance.journal_lines n on n.organization_id = b.organization_id and n.journal_id = b.journal_id and n.account = k.ledger_account
              where b.statement_id is not null
              group by 1) l on l.bank_account_id = a.id
 where e.amount <> coalesce(l.amount, 0)
   and exists (select from finance.bank_journals j where j.bank_account_id = a.id)
