-- The numbers of every organization, series and fiscal year are 1 to n, no gap, no twin, and n is where the series stands.
select coalesce(s.organization_id, j.organization_id) as organization, coalesce(s.series, j.series) as series,
       coalesce(s.fiscal_year, j.fiscal_year) as fiscal_year, s.last_number, j.journals, j.first, j.last
  from finance.series s
  full join (
    select organization_id, series, fiscal_year, count(*) as journals, count(distinct number) as numbers,
           min(number) as first, max(number) as last
      from finance.journals
     group by organization_id, series, fiscal_year) j
    on j.organization_id = s.organization_id and j.series = s.series and j.fiscal_year = s.fiscal_year
 where s.series is null
    or s.last_number <> coalesce(j.journals, 0)
    or (j.journals is not null and (j.first <> 1 or j.last <> j.journals or j.numbers <> j.journals))
