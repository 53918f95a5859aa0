--liquibase formatted sql

--changeset payables:010-encrypted-numbers
--comment Account numbers at rest: the cipher text, and a keyed fingerprint of the account for searches by equality. Filled by 011, the clear text goes with 012.
alter table finance.supplier_accounts
  add column number_cipher text,
  add column number_print  char(22);
alter table finance.supplier_invoice_accounts
  add column number_cipher text,
  add column number_print  char(22);
--rollback alter table finance.supplier_accounts alter column number set not null, add constraint ck_supplier_accounts__number check (char_length(number) between 1 and 100);
--rollback create unique index uq_supplier_accounts__number on finance.supplier_accounts (organization_id, supplier_id, number) where state <> 'REJECTED';
--rollback create index ix_supplier_accounts__number on finance.supplier_accounts (organization_id, number) where state = 'VERIFIED';
--rollback alter table finance.supplier_invoice_accounts alter column number set not null;
--rollback alter table finance.supplier_invoice_accounts drop column number_cipher, drop column number_print;
--rollback alter table finance.supplier_accounts drop column number_cipher, drop column number_print;
