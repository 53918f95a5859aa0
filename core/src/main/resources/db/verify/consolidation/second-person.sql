-- Whoever approved a consolidation neither prepared nor reviewed it nor let a difference stand.
select organization_id as organization, number as consolidation, approved_by
  from finance.consolidations
 where approved_by in (prepared_by, submitted_by, accepted_by)
    or approved_for in (prepared_by, submitted_by, accepted_by)
    or approved_by in (prepared_for, submitted_for, accepted_for)
