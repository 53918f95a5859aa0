--liquibase formatted sql

--changeset payables:031-items-to-pay
--comment What is open, as whoever pays must see it: how much may be paid now, to which account, and why nothing may be. The account the document names is paid to where it is verified; a document that names none, or only such as somebody rejected or retired, is paid to the account verified last; an account nobody has looked at yet stops the item.
create view finance.payable_to_pay_v with (security_invoker = true) as
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
  left join lateral (
    select (array_agg(a.id order by a.usable_from desc, a.id desc) filter (where a.state = 'VERIFIED'))[1] as account_id,
           bool_or(a.id is null) as unknown
      from finance.supplier_invoice_accounts n
      left join finance.supplier_accounts a
        on a.organization_id = n.organization_id and a.supplier_id = i.supplier_id and a.number_print = n.number_print
     where n.organization_id = i.organization_id and n.invoice_id = i.invoice_id) named on true
 where i.open_amount <> 0;
--rollback drop view finance.payable_to_pay_v;
