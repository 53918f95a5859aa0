-- Every cost centre and project a line names is one of its organization, and every line has the dimensions its account asks for, unless it only carries a year forward.
with used as materialized ( -- a few combinations stand for millions of lines
  select l.organization_id, l.account, l.cost_centre, l.project, j.source = 'close:year-end' as carried,
         count(*) as lines, min(j.fiscal_year) as fiscal_year, min(j.number) as number
    from finance.journal_lines l
    join finance.journals j on j.id = l.journal_id and j.organization_id = l.organization_id and j.batch = l.batch
   group by 1, 2, 3, 4, 5)
select u.organization_id as organization, u.account, u.cost_centre, u.project, u.lines,
       'first ' || u.fiscal_year || '-' || u.number as journal
  from used u
  join finance.accounts a on a.organization_id = u.organization_id and a.code = u.account
 where (u.cost_centre is not null and not exists (
          select from shared.cost_centres c where c.organization_id = u.organization_id and c.code = u.cost_centre))
    or (u.project is not null and not exists (
          select from shared.projects p where p.organization_id = u.organization_id and p.code = u.project))
    or (not u.carried and u.cost_centre is null and 'cost-centre' = any (a.required_dimensions))
    or (not u.carried and u.project is null and 'project' = any (a.required_dimensions))
