-- Every cost centre and project a line names is one of its organization, and every line has the dimensions its account asks for, unless it only carries a year forward.
select l.organization_id as organization, l.journal_id::text as journal, l.line_no, l.account, l.cost_centre, l.project
  from finance.journal_lines l
  join finance.journals j on j.id = l.journal_id and j.organization_id = l.organization_id and j.batch = l.batch
  join finance.accounts a on a.organization_id = l.organization_id and a.code = l.account
 where (l.cost_centre is not null and not exists (
          select from shared.cost_centres c where c.organization_id = l.organization_id and c.code = l.cost_centre))
    or (l.project is not null and not exists (
          select from shared.projects p where p.organization_id = l.organization_id and p.code = l.project))
    or (j.source <> 'close:year-end' and l.cost_centre is null and 'cost-centre' = any (a.required_dimensions))
    or (j.source <> 'close:year-end' and l.project is null and 'project' = any (a.required_dimensions))
