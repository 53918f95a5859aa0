-- Every journal has exactly its lines, numbered 1 and up on its own day, and they balance in base currency; one that keeps to a single currency balances in it too.
select coalesce(j.organization_id, l.organization_id) as organization, coalesce(j.id, l.journal_id) as journal,
       j.line_count, l.lines, l.open_in_base, l.open_in_currency
  from finance.journals j
  full join (
    select organization_id, journal_id, batch, count(*) as lines, count(distinct line_no) as numbers,
           sum(base_amount) as open_in_base,
           case when count(distinct currency) = 1 then sum(amount) else 0 end as open_in_currency,
           min(posting_date) as first_day, max(posting_date) as last_day, min(line_no) as first_line
      from finance.journal_lines
     group by organization_id, journal_id, batch) l
    on l.journal_id = j.id and l.organization_id = j.organization_id and l.batch = j.batch
 where j.id is null or l.journal_id is null
    or l.lines <> j.line_count or l.numbers <> j.line_count or l.first_line < 1
    or l.open_in_base <> 0 or l.open_in_currency <> 0
    or l.first_day <> j.posting_date or l.last_day <> j.posting_date
