-- No report was due before its schedule was made, and none was delivered before it was due.
select d.organization_id as organization, s.name as schedule, d.due_at, d.delivered_at
  from finance.report_deliveries d
  join finance.report_schedules s on s.id = d.schedule_id
 where d.due_at < s.created_at or d.delivered_at < d.due_at
