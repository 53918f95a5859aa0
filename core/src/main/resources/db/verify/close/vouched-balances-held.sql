-- What people signed off was still so when the month was closed: the balance they vouched for is the one closed with.
select v.organization_id as organization, c.number as closing, v.key, v.account, v.amount::text as vouched, known.amount::text as closed
  from finance.close_vouched_balances v
  join finance.closings c on c.id = v.closing_id and c.state = 'CLOSED'
  join finance.close_checklist_items i on i.closing_id = v.closing_id and i.key = v.key and i.kind = 'MANUAL'
 cross join lateral (
       select coalesce(sum(l.base_amount), 0) as amount
         from finance.ledger_journal_line_v l
        where l.organization_id = v.organization_id and l.account = v.account
          and l.posting_date < c.period + interval '1 month' and l.recorded_at <= c.closed_at) known
 where known.amount <> v.amount
