-- A mail that is parked says why, and one that was sent left after it was queued.
select organization_id as organization, id as mail, state, 'parked without a reason' as why
  from shared.mails
 where state = 'PARKED' and coalesce(last_error, '') = ''
union all
select organization_id, id, state, 'sent before it was queued'
  from shared.mails
 where state = 'SENT' and queued_at > sent_at
