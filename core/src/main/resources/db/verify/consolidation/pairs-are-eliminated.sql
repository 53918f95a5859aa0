-- In a closed consolidation both accounts of every pair are taken out entirely, and no account stands in two pairs.
select l.organization_id as organization, c.number as consolidation, l.account, sum(l.amount) as left_over
  from finance.consolidations c
  join finance.consolidation_lines p on p.consolidation_id = c.id and p.kind = 'ELIMINATION' and p.account is not null
  join finance.consolidation_lines l
    on l.consolidation_id = c.id and l.member_id = p.member_id and l.account = p.account
 where c.state = 'CLOSED'
 group by l.organization_id, c.number, l.member_id, l.account
having sum(l.amount) <> 0
union all
select organization_id, null, account, count(*)
  from (select organization_id, group_id, member_a as member_id, account_a as account from finance.intercompany_pairs
        union all
        select organization_id, group_id, member_b, account_b from finance.intercompany_pairs) side
 group by organization_id, group_id, member_id, account
having count(*) > 1
