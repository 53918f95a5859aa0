-- Every seal covers exactly its rows, as they were, and the seal before it; numbers are 1 to n.
with content as (
  select l.seal, count(*) as rows,
         sha256(string_agg(
           sha256(convert_to(jsonb_build_array(
             l.id, to_char(l.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.organization_id,
             l.username, l.on_behalf_of, l.action, l.resource, l.resource_id, l.old_values, l.new_values,
             l.address, l.agent)::text, 'UTF8')), ''::bytea order by l.occurred_at, l.id)) as content_hash
    from shared.audit_logs l
   where l.seal is not null
   group by l.seal
), chain as (
  select s.*, row_number() over w as position, lag(s.chain_hash, 1, ''::bytea) over w as chain_before
    from shared.audit_seals s
  window w as (order by s.number)
)
select coalesce(s.number, c.seal) as seal, s.row_count as sealed_rows, c.rows as found_rows,
       s.content_hash is distinct from c.content_hash as rows_differ,
       s.number is distinct from s.position as seal_missing_before
  from chain s
  full join content c on c.seal = s.number
 where s.number is null
    or s.number <> s.position
    or s.row_count is distinct from c.rows
    or s.content_hash is distinct from c.content_hash
    or s.chain_hash <> sha256(s.chain_before || int8send(s.number) || int8send(s.row_count) || s.content_hash)
