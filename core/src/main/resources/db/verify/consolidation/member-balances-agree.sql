-- As long as no member changed its books since, a closed consolidation has of every balance-sheet account exactly what the member's journals say.
with taken as (
  select c.organization_id, c.number, c.period, l.member_id, l.account, sum(l.local_amount) as local_amount
    from finance.consolidations c
    join finance.consolidation_lines l on l.consolidation_id = c.id and l.kind = 'MEMBER' and l.account is not null
    join finance.accounts a on a.organization_id = l.member_id and a.code = l.account
   where c.state = 'CLOSED' and a.type not in ('INCOME', 'EXPENSE')
     and not exists (select 1 from finance.journals j
                      where j.organization_id = l.member_id and j.recorded_at > c.submitted_at
                        and j.posting_date < c.period + interval '1 month')
   group by c.organization_id, c.number, c.period, l.member_id, l.account)
select t.organization_id as organization, t.number as consolidation, t.account, t.local_amount as taken, b.posted
  from taken t
  join lateral (
    select coalesce(sum(l.base_amount), 0) as posted
      from finance.journal_lines l
      join finance.journals j on j.id = l.journal_id and j.organization_id = l.organization_id
     where l.organization_id = t.member_id and l.account = t.account
       and l.posting_date < t.period + interval '1 month' and j.source <> 'close:year-end') b on true
 where b.posted <> t.local_amount
