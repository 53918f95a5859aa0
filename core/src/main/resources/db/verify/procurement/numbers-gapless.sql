-- Orders of our own are numbered 1 to n per organization and fiscal year, and n is where their series stands.
select s.organization_id as organization, s.fiscal_year, s.last_number, count(o.id) as documents
  from procurement.number_series s
  left join procurement.orders o
    on o.organization_id = s.organization_id and o.origin = 'REQUISITION' and o.number like s.series || '-' || s.fiscal_year || '-%'
 where s.series = 'ORD'
 group by s.organization_id, s.series, s.fiscal_year, s.last_number
having count(o.id) <> s.last_number
    or max(split_part(o.number, '-', 3)::bigint) is distinct from s.last_number
