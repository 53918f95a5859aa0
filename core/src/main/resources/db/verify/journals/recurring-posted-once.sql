-- Every posting of a schedule is a journal of its organization by the schedule's maker and checker, and no journal of source ledger:recurring lacks its day.
select p.organization_id as organization, p.manual_journal_id as recurring, p.due_on, p.journal_id as journal, 'no such journal' as why
  from finance.recurring_postings p
  join finance.manual_journals m on m.organization_id = p.organization_id and m.id = p.manual_journal_id
  left join finance.journals j on j.organization_id = p.organization_id and j.id = p.journal_id
 where p.journal_id is not null
   and (j.id is null or j.source <> 'ledger:recurring' or j.maker <> m.changed_by or j.checker is distinct from m.approved_by)
union all
select j.organization_id, null, j.posting_date, j.id, 'no day of a schedule'
  from finance.journals j
 where j.source = 'ledger:recurring' and j.reverses_id is null
   and not exists (select 1 from finance.recurring_postings p where p.organization_id = j.organization_id and p.journal_id = j.id)
