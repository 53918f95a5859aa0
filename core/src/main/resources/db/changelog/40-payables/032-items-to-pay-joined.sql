--liquibase formatted sql

--changeset payables:032-supplier-holds-joined
--comment The same as before by joins of groups: a lateral join is made supplier by supplier, fifty thousand times over for fifty thousand items, whatever the planner would rather do.
create or replace view finance.supplier_hold_v with (security_invoker = true) as
select organization_id, supplier_id, supplier_number, supplier_name, reason,
       case when reason = 'WAITING_PERIOD' then held_until end as held_until
  from (select s.organization_id, s.id as supplier_id, s.number as supplier_number, s.name as supplier_name, a.held_until,
               case when s.state = 'BLOCKED' then 'BLOCKED'
                    when s.state = 'CANDIDATE' then 'CANDIDATE'
                    when c.supplier_id is not null then 'CHANGE_OPEN'
                    when a.held_until is null then 'NO_ACCOUNT'
                    when a.held_until > now() then 'WAITING_PERIOD' end as reason
          from finance.suppliers s
          left join (select organization_id, supplier_id, max(usable_from) as held_until
                       from finance.supplier_accounts
                      where state = 'VERIFIED'
                      group by organization_id, supplier_id) a on a.organization_id = s.organization_id and a.supplier_id = s.id
          left join (select organization_id, supplier_id
                       from finance.supplier_changes
                      where state = 'OPEN'
                      group by organization_id, supplier_id) c on c.organization_id = s.organization_id and c.supplier_id = s.id
         where s.deleted_at is null) held
 where reason is not null;
--rollback create or replace view finance.supplier_hold_v with (security_invoker = true) as select organization_id, supplier_id, supplier_number, supplier_name, reason, case when reason = 'WAITING_PERIOD' then held_until end as held_until from (select s.organization_id, s.id as supplier_id, s.number as supplier_number, s.name as supplier_name, a.held_until, case when s.state = 'BLOCKED' then 'BLOCKED' when s.state = 'CANDIDATE' then 'CANDIDATE' when exists (select 1 from finance.supplier_changes c where c.organization_id = s.organization_id and c.supplier_id = s.id and c.state = 'OPEN') then 'CHANGE_OPEN' when a.held_until is null then 'NO_ACCOUNT' when a.held_until > now() then 'WAITING_PERIOD' end as reason from finance.suppliers s left join lateral (select max(b.usable_from) as held_until from finance.supplier_accounts b where b.organization_id = s.organization_id and b.supplier_id = s.id and b.state = 'VERIFIED') a on true where s.deleted_at is null) held where reason is not null;

--changeset payables:032-items-to-pay-joined
--comment The same as before by joins of groups: the accounts that open items' documents name are grouped once.
create or replace view finance.payable_to_pay_v with (security_invoker = true) as
select i.id as item_id, i.organization_id, i.supplier_id, s.number as supplier_number, s.name as supplier_name, i.invoice_id,
       v.document_number, v.number as supplier_invoice_number, v.issued_on, i.amount, i.open_amount, i.disputed_amount,
       sign(i.amount) * greatest(abs(i.open_amount) - i.disputed_amount, 0) as payable_amount,
       i.currency, i.base_amount, i.open_base_amount, i.base_currency, i.posted_on, i.due_on,
       coalesce(named.account_id, latest.account_id) as account_id,
       case h.reason when 'BLOCKED' then 'supplier-blocked'
                     when 'CANDIDATE' then 'supplier-unverified'
                     when 'CHANGE_OPEN' then 'supplier-change'
                     when 'NO_ACCOUNT' then 'account-missing'
                     when 'WAITING_PERIOD' then 'account-waiting'
                     else case when i.amount > 0 and named.account_id is null and named.unknown then 'account-unknown'
                               when abs(i.open_amount) <= i.disputed_amount then 'disputed' end
       end as hold, h.held_until
  from finance.payable_items i
  join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id
  join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id
  left join finance.supplier_hold_v h on h.organization_id = i.organization_id and h.supplier_id = i.supplier_id
  left join finance.supplier_payee_v latest on latest.organization_id = i.organization_id and latest.supplier_id = i.supplier_id
  left join (
    select o.organization_id, o.id as item_id,
           (array_agg(a.id order by a.usable_from desc, a.id desc) filter (where a.state = 'VERIFIED'))[1] as account_id,
           bool_or(a.id is null) as unknown
      from finance.payable_items o
      join finance.supplier_invoice_accounts n on n.organization_id = o.organization_id and n.invoice_id = o.invoice_id
      left join finance.supplier_accounts a
        on a.organization_id = n.organization_id and a.supplier_id = o.supplier_id and a.number_print = n.number_print
     where o.open_amount <> 0
     group by o.organization_id, o.id) named on named.organization_id = i.organization_id and named.item_id = i.id
 where i.open_amount <> 0;
--rollback create or replace view finance.payable_to_pay_v with (security_invoker = true) as select i.id as item_id, i.organization_id, i.supplier_id, s.number as supplier_number, s.name as supplier_name, i.invoice_id, v.document_number, v.number as supplier_invoice_number, v.issued_on, i.amount, i.open_amount, i.disputed_amount, sign(i.amount) * greatest(abs(i.open_amount) - i.disputed_amount, 0) as payable_amount, i.currency, i.base_amount, i.open_base_amount, i.base_currency, i.posted_on, i.due_on, coalesce(named.account_id, latest.account_id) as account_id, case h.reason when 'BLOCKED' then 'supplier-blocked' when 'CANDIDATE' then 'supplier-unverified' when 'CHANGE_OPEN' then 'supplier-change' when 'NO_ACCOUNT' then 'account-missing' when 'WAITING_PERIOD' then 'account-waiting' else case when i.amount > 0 and named.account_id is null and named.unknown then 'account-unknown' when abs(i.open_amount) <= i.disputed_amount then 'disputed' end end as hold, h.held_until from finance.payable_items i join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id join finance.supplier_invoices v on v.organization_id = i.organization_id and v.id = i.invoice_id left join finance.supplier_hold_v h on h.organization_id = i.organization_id and h.supplier_id = i.supplier_id left join finance.supplier_payee_v latest on latest.organization_id = i.organization_id and latest.supplier_id = i.supplier_id left join lateral (select (array_agg(a.id order by a.usable_from desc, a.id desc) filter (where a.state = 'VERIFIED'))[1] as account_id, bool_or(a.id is null) as unknown from finance.supplier_invoice_accounts n left join finance.supplier_accounts a on a.organization_id = n.organization_id and a.supplier_id = i.supplier_id and a.number_print = n.number_print where n.organization_id = i.organization_id and n.invoice_id = i.invoice_id) named on true where i.open_amount <> 0;
