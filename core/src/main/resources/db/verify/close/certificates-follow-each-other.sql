-- Every certificate is of a closed month and of its organization, and names the one before it of the same month.
select x.organization_id as organization, x.number as certificate, x.previous_id::text as names, before.id::text as before
  from finance.close_certificates x
  join finance.closings c on c.id = x.closing_id
  left join lateral (
       select b.id from finance.close_certificates b
        where b.organization_id = x.organization_id and b.period = x.period and b.known_at < x.known_at
        order by b.known_at desc
        limit 1) before on true
 where c.state <> 'CLOSED' or c.closed_at <> x.known_at or c.period <> x.period
    or x.previous_id is distinct from before.id
