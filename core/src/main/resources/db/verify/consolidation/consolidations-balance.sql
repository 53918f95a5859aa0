-- Every consolidation sums to zero, by itself, by member, and over what was eliminated.
select l.organization_id as organization, c.number as consolidation,
       coalesce(o.code, 'eliminations') as of, sum(l.amount) as open
  from finance.consolidation_lines l
  join finance.consolidations c on c.id = l.consolidation_id
  left join shared.organizations o on o.id = l.member_id and l.kind <> 'ELIMINATION'
 where c.state <> 'WITHDRAWN'
 group by l.organization_id, c.number, o.code
having sum(l.amount) <> 0
