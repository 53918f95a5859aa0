-- Versions of a budget are numbered 1 to n, nobody put his own in force, and every line is a month of its fiscal year in the organization's currency.
select organization_id as organization, code as budget, fiscal_year, 'versions have a gap' as why
  from finance.budgets
 group by organization_id, code, fiscal_year
having max(version) <> count(*)
union all
select organization_id, code, fiscal_year, 'put in force by its maker'
  from finance.budgets
 where activated_by = created_by
union all
select distinct b.organization_id, b.code, b.fiscal_year, 'a line of another year or currency'
  from finance.budgets b
  join finance.budget_lines l on l.organization_id = b.organization_id and l.budget_id = b.id
  join shared.organizations o on o.id = b.organization_id
 where l.currency <> o.base_currency
    or extract(year from l.period - make_interval(months => left(o.fiscal_year_start, 2)::int - 1))
       + case when left(o.fiscal_year_start, 2) = '01' then 0 else 1 end <> b.fiscal_year
