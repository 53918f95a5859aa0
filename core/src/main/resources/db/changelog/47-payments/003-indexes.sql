--liquibase formatted sql

--changeset payments:003-indexes
--comment Whether an account was ever paid to; which settlement a payment made.
create index ix_payments__account on finance.payments (organization_id, account_id);
create index ix_payment_run_items__settlement on finance.payment_run_items (organization_id, settlement_id) where settlement_id is not null;
--rollback drop index finance.ix_payment_run_items__settlement;
--rollback drop index finance.ix_payments__account;

--changeset payments:003-cancelled-set-offs
--comment A set-off of a run that is taken back is cancelled like its payments.
alter table finance.payments
  drop constraint ck_payments__amount,
  add constraint ck_payments__amount check (
    amount >= 0 and (amount = 0) = (file_id is null)
    and (state <> 'SET_OFF' or amount = 0) and (amount > 0 or state in ('SET_OFF', 'CANCELLED')));
--rollback alter table finance.payments drop constraint ck_payments__amount, add constraint ck_payments__amount check (amount >= 0 and (amount = 0) = (state = 'SET_OFF') and (state = 'SET_OFF') = (file_id is null));
