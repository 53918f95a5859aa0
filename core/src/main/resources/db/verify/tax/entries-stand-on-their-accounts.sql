-- Of every journal with tax entries, the tax accounts hold just what the entries say, and what was undone is undone in both.
with entry as (
  select organization_id, journal_id, account, sum(tax) as tax
    from (select organization_id, journal_id, input_account as account, base_input_tax as tax from finance.tax_entries
          union all
          select organization_id, journal_id, output_account, -base_output_tax from finance.tax_entries) e
   where account is not null
   group by 1, 2, 3),
line as (
  select l.organization_id, l.journal_id, l.account, sum(l.base_amount) as tax
    from finance.journal_lines l
    join (select distinct organization_id, journal_id, account from entry) e
      on e.organization_id = l.organization_id and e.journal_id = l.journal_id and e.account = l.account
   group by 1, 2, 3)
select e.organization_id as organization, e.journal_id as journal, e.account, e.tax as entries, coalesce(l.tax, 0) as ledger
  from entry e
  left join line l on l.organization_id = e.organization_id and l.journal_id = e.journal_id and l.account = e.account
 where e.tax <> coalesce(l.tax, 0)
union all
select j.organization_id, j.id, 'not undone', count(t.id), count(m.id)
  from finance.journals j
  join finance.tax_entries t on t.organization_id = j.organization_id and t.journal_id = j.reverses_id
  left join finance.tax_entries m on m.organization_id = j.organization_id and m.journal_id = j.id and m.reverses_id = t.id
 where j.reverses_id is not null
 group by j.organization_id, j.id
having count(t.id) <> count(m.id)
