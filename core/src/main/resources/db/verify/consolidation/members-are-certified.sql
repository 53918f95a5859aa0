-- A closed consolidation rests on a certificate of that month for every one of its members, with the figures the certificate states.
select c.organization_id as organization, c.number as consolidation, m.certificate_number as certificate,
       case when k.id is null then 'not of this month' else 'other figures' end as why
  from finance.consolidations c
  join finance.consolidation_members m on m.consolidation_id = c.id
  left join finance.close_certificates k
    on k.organization_id = m.member_id and k.id = m.certificate_id and k.period = c.period
 where c.state = 'CLOSED'
   and (k.id is null or k.figures_hash <> m.figures_hash or k.sha256 <> m.certificate_sha256)
union all
select c.organization_id, c.number, null, 'a company of the group is missing'
  from finance.consolidations c
 where c.state = 'CLOSED'
   and not exists (select 1 from finance.consolidation_members m where m.consolidation_id = c.id)
