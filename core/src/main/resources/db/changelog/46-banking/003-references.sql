--liquibase formatted sql

--changeset banking:003-references
--comment What in the text of an entry may be a document's number, found while it is read, so that matching looks up instead of searching.
alter table finance.bank_entries add column tokens text[] not null default '{}';
comment on column finance.bank_entries.tokens is 'words with digits: as written, and without what people type differently';
create or replace view finance.bank_entry_v with (security_invoker = true) as
  select id, organization_id, statement_id, bank_account_id, position, part, booked_on, value_on, amount, total, currency, charge, code,
         bank_reference, end_to_end_id, batch_id, counterparty_name, counterparty_account, counterparty_key, remittance, charges, original_amount,
         original_currency, return_code, tokens
    from finance.bank_entries;
--rollback drop view finance.bank_entry_v;
--rollback create view finance.bank_entry_v with (security_invoker = true) as select id, organization_id, statement_id, bank_account_id, position, part, booked_on, value_on, amount, total, currency, charge, code, bank_reference, end_to_end_id, batch_id, counterparty_name, counterparty_account, counterparty_key, remittance, charges, original_amount, original_currency, return_code from finance.bank_entries;
--rollback alter table finance.bank_entries drop column tokens;
