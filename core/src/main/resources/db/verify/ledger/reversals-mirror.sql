-- A journal was reversed at most once, and its reversal is its exact mirror.
select r.organization_id as organization, r.reverses_id as journal, r.id as reversal
  from finance.journals r
 where r.reverses_id is not null
   and (exists (
          select l.account, l.currency, l.cost_centre
            from finance.journal_lines l
           where l.journal_id in (r.id, r.reverses_id)
           group by l.account, l.currency, l.cost_centre
          having sum(l.amount) <> 0 or sum(l.base_amount) <> 0)
        or (select count(*) from finance.journals other where other.reverses_id = r.reverses_id) > 1)
