-- Nobody decided what he made himself, in his own name or in that of somebody he stood in for, and nobody decided a request twice.
select d.organization_id as organization, d.request_id as request, d.decided_by, d.on_behalf_of, 'decided his own' as why
  from shared.approval_decisions d
  join shared.approval_requests r on r.organization_id = d.organization_id and r.id = d.request_id
 where d.decided_by = any (r.makers) or d.on_behalf_of = any (r.makers)
union all
select organization_id, request_id, decided_by, null, 'decided twice'
  from shared.approval_decisions
 group by organization_id, request_id, decided_by
having count(*) > 1
