-- Nobody approved a manual journal that he prepared, changed or handed in, and every recurring one was approved.
select organization_id as organization, number as document, approved_by, 'approved by a maker' as why
  from finance.manual_journals
 where approved_by in (prepared_by, changed_by, submitted_by)
    or approved_for in (prepared_by, changed_by, submitted_by)
union all
select organization_id, number, null, 'scheduled without approval'
  from finance.manual_journals
 where state = 'SCHEDULED' and approved_by is null
