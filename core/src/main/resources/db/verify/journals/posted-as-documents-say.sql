-- Every posted manual journal has its journal in the books, of its organization, date, maker and checker, and no journal of source ledger:manual lacks its document.
select m.organization_id as organization, m.number as document, m.journal_id as journal, 'the journal differs from its document' as why
  from finance.manual_journals m
  left join finance.journals j on j.organization_id = m.organization_id and j.id = m.journal_id
 where m.state = 'POSTED'
   and (j.id is null or j.posting_date <> m.posting_date or j.source <> 'ledger:manual' or j.source_reference <> m.number
        or j.maker <> m.changed_by or j.checker is distinct from m.approved_by)
union all
select j.organization_id, j.source_reference, j.id, 'no document'
  from finance.journals j
 where j.source = 'ledger:manual' and j.reverses_id is null
   and not exists (select 1 from finance.manual_journals m where m.organization_id = j.organization_id and m.journal_id = j.id)
