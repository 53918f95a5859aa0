-- No report is delivered before its schedule was made, and a schedule is ahead of everything it delivered.
select s.organization_id as organization, s.name as schedule, d.due_at
  from finance.report_deliveries d
  join finance.report_schedules s on s.id = d.schedule_id
 where d.delivered_at < s.created_at or s.next_due_at <= d.due_at
