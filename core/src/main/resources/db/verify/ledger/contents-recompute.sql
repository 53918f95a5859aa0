-- The content hash of every journal recomputes from its header and lines: nothing in it was changed.
select j.organization_id as organization, j.id as journal, j.series, j.fiscal_year, j.number
  from finance.journals j
  join (
    select journal_id, batch,
           string_agg(concat_ws(chr(31), line_no::text, account, currency::text, amount::text, base_amount::text,
                                coalesce(cost_centre, ''), coalesce(text, ''), project) || chr(30),
                      '' order by line_no) as content
      from finance.journal_lines
     group by journal_id, batch) l
    on l.journal_id = j.id and l.batch = j.batch
 where j.content_hash <> sha256(convert_to(
         concat_ws(chr(31), j.organization_id::text, to_char(j.posting_date, 'YYYY-MM-DD'), j.source, j.source_reference,
                   j.description, j.maker, coalesce(j.maker_for, ''), coalesce(j.checker, ''), coalesce(j.checker_for, ''),
                   coalesce(j.reverses_id::text, '')) || chr(30) || l.content, 'UTF8'))
