-- Money went only to accounts of the paid supplier that a second person had verified and whose waiting period was over when the run was released.
select p.organization_id as organization, p.end_to_end_id as payment, s.number as supplier, a.state, a.usable_from, r.released_at
  from finance.payments p
  join finance.payment_runs r on r.organization_id = p.organization_id and r.id = p.run_id
  join finance.supplier_accounts a on a.organization_id = p.organization_id and a.id = p.account_id
  join finance.suppliers s on s.organization_id = p.organization_id and s.id = p.supplier_id
 where p.amount > 0
   and (a.supplier_id <> p.supplier_id
     or a.state not in ('VERIFIED', 'RETIRED')
     or a.decided_by = a.proposed_by
     or a.usable_from > r.released_at)
