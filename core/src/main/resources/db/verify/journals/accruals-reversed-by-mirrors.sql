-- What is marked as the reversal of an accrual is the journal that reverses it, not before its day.
select a.organization_id as organization, a.journal_id as journal, a.reversal_id as reversal
  from finance.accruals a
  left join finance.journals r on r.organization_id = a.organization_id and r.id = a.reversal_id
 where a.reversal_id is not null
   and (r.id is null or r.reverses_id <> a.journal_id or r.posting_date < a.reverse_on)
