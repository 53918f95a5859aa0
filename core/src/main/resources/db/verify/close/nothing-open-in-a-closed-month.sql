-- A closing that closed its month left no item open, and what people signed off has what it had to come with.
select i.organization_id as organization, c.number as closing, i.key, i.state
  from finance.close_checklist_items i
  join finance.closings c on c.id = i.closing_id
 where c.state = 'CLOSED'
   and (i.kind in ('CHECK', 'ROUTINE', 'MANUAL') and i.state <> 'DONE'
        or i.kind = 'MANUAL' and (i.note is null or i.evidence_kind = 'DOCUMENT' and i.document_id is null)
        or i.key in ('close.balances-proved', 'close.trial-balance-reviewed', 'close.approved', 'close.period-closed')
           and i.state <> 'DONE')
