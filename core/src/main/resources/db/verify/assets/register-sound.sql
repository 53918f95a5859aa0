-- No asset costs less than nothing or is written down by more than it cost, what is undone is its mirror image, and numbers are 1 to n.
select t.organization_id as organization, a.number::text as asset, sum(t.cost)::text as cost, sum(t.accumulated)::text as accumulated
  from finance.asset_transactions t
  join finance.assets a on a.organization_id = t.organization_id and a.id = t.asset_id
 group by t.organization_id, a.number
-- an acquisition that was undone leaves its depreciation to the next run
having sum(t.cost) < 0 or (sum(t.accumulated) > sum(t.cost) and sum(t.cost) > 0) or (sum(t.accumulated) < 0)
union all
select r.organization_id, o.id::text, 'reversal of ' || o.kind, 'is no mirror image'
  from finance.asset_transactions r
  join finance.asset_transactions o on o.organization_id = r.organization_id and o.id = r.reverses_id
 where r.cost <> -o.cost or r.accumulated <> -o.accumulated or r.asset_id <> o.asset_id or o.kind = 'REVERSAL'
union all
select s.organization_id, 'numbers', s.last_number::text, count(a.id)::text
  from finance.asset_series s
  left join finance.assets a on a.organization_id = s.organization_id
 group by s.organization_id, s.last_number
having count(a.id) <> s.last_number or coalesce(max(a.number), 0) <> s.last_number
