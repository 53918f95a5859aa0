-- Every payment is the sum of its items, every item of it was settled for just that, and is open again exactly when the bank did not pay or we took it back; files hold what they say.
with part as (
  select i.organization_id, i.payment_id, sum(i.amount) as amount,
         bool_and(s.id is not null and s.amount = i.amount + i.discount and s.item_id = i.item_id) as settled,
         bool_or(r.id is not null) as any_reversed, bool_and(r.id is not null) as all_reversed, bool_or(i.live) as live
    from finance.payment_run_items i
    left join finance.payable_settlements s on s.organization_id = i.organization_id and s.id = i.settlement_id
    left join finance.payable_settlements r on r.organization_id = i.organization_id and r.reverses_id = i.settlement_id
   where i.payment_id is not null
   group by 1, 2)
select p.organization_id as organization, p.end_to_end_id as payment, p.amount, part.amount as should_be, 'items' as why
  from finance.payments p
  left join part on part.organization_id = p.organization_id and part.payment_id = p.id
 where part.amount is distinct from p.amount or not part.settled or part.live
    or case when p.state in ('REJECTED', 'RETURNED', 'CANCELLED') then not part.all_reversed else part.any_reversed end
union all
select f.organization_id, f.message_id, f.control_sum, sum(p.amount), 'file'
  from finance.payment_files f
  left join finance.payments p on p.organization_id = f.organization_id and p.file_id = f.id
 group by f.organization_id, f.id, f.message_id, f.control_sum, f.payments
having f.control_sum is distinct from sum(p.amount) or f.payments <> count(p.id)
union all
select p.organization_id, p.end_to_end_id, p.amount, null, 'file of another run or account'
  from finance.payments p
  join finance.payment_files f on f.organization_id = p.organization_id and f.id = p.file_id
 where f.run_id <> p.run_id or f.bank_account_id <> p.bank_account_id
