-- Manual journals are numbered 1 to n per organization and fiscal year, and n is where their series stands.
select s.organization_id as organization, s.fiscal_year, s.last_number, count(m.id) as documents
  from finance.manual_journal_series s
  left join finance.manual_journals m
    on m.organization_id = s.organization_id and m.number like s.series || '-' || s.fiscal_year || '-%'
 group by s.organization_id, s.series, s.fiscal_year, s.last_number
having count(m.id) <> s.last_number
    or max(split_part(m.number, '-', 3)::bigint) is distinct from s.last_number
