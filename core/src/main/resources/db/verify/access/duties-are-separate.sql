-- Nobody holds, in one organization, two roles that control each other.
select u.username, a.organization_id, c.role, c.other, c.reason
  from shared.duty_conflicts c
  join shared.user_roles a on a.role = c.role
  join shared.user_roles b on b.role = c.other and b.user_id = a.user_id
  join shared.users u on u.id = a.user_id
 where u.enabled
   and (a.organization_id is null or b.organization_id is null or a.organization_id = b.organization_id)
