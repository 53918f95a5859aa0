-- Every settled document says what became of it: accepted what it created, duplicate what it repeats, rejected or failed why; the same bytes are accepted once per organization.
select d.organization_id as organization, d.id as document, d.state, 'created nothing' as why
  from shared.inbox_documents d
 where d.state = 'accepted'
   and not exists (select from shared.inbox_links l where l.inbox_document_id = d.id)
union all
select d.organization_id, d.id, d.state, 'repeats nothing'
  from shared.inbox_documents d
 where d.state = 'duplicate' and d.first_id is null
   and not exists (select from shared.inbox_links l where l.inbox_document_id = d.id)
union all
select d.organization_id, d.id, d.state, 'without a reason'
  from shared.inbox_documents d
 where d.state in ('rejected', 'failed')
   and not exists (select from shared.inbox_findings f where f.inbox_document_id = d.id and not f.warning)
union all
select organization_id, min(id::text)::uuid, 'accepted', 'accepted more than once'
  from shared.inbox_documents
 where state = 'accepted'
 group by organization_id, sha256
having count(*) > 1
