--liquibase formatted sql

--changeset banking:002-statements
--comment What banks sent about our accounts. Only a statement that continues what is booked, or adds to it without contradiction, is booked; any other is held with its reasons.
create table finance.bank_positions (
  bank_account_id uuid           not null,
  organization_id uuid           not null,
  first_opening   numeric(19, 4) not null,
  first_day       date           not null,
  balance         numeric(19, 4) not null,
  last_day        date           not null,
  last_sequence   bigint,
  currency        char(3)        not null,
  constraint pk_bank_positions primary key (bank_account_id),
  constraint fk_bank_positions__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id),
  constraint ck_bank_positions__days check (last_day >= first_day)
);
comment on table finance.bank_positions is 'from where to where an account is known: opening balance of the first booked statement, closing balance of the last';

create table finance.bank_statements (
  id              uuid        not null,
  organization_id uuid        not null,
  bank_account_id uuid,
  account_shown   text        not null,
  state           text        not null,
  format          text        not null,
  version         text        not null,
  name            text        not null,
  sequence        bigint,
  from_on         date,
  to_on           date,
  opening         numeric(19, 4),
  closing         numeric(19, 4),
  currency        char(3),
  credits         numeric(19, 4) not null,
  debits          numeric(19, 4) not null,
  entries         integer     not null,
  new_entries     integer     not null,
  findings        jsonb       not null default '[]',
  content_key     char(64)    not null,
  document_id     uuid        not null,
  place           integer     not null,
  options         jsonb       not null,
  received_by     text        not null,
  received_at     timestamptz not null,
  settled_by      text,
  settled_at      timestamptz,
  reason          text,
  constraint pk_bank_statements primary key (id),
  constraint uq_bank_statements__organization_id unique (organization_id, id),
  constraint fk_bank_statements__bank_account foreign key (organization_id, bank_account_id) references finance.bank_accounts (organization_id, id),
  constraint ck_bank_statements__state check (state in ('BOOKED', 'HELD', 'DROPPED')),
  constraint ck_bank_statements__booked check (state <> 'BOOKED' or (bank_account_id is not null and opening is not null and closing is not null
    and currency is not null and opening + credits - debits = closing and from_on is not null and to_on >= from_on)),
  constraint ck_bank_statements__settled check ((settled_by is null) = (settled_at is null) and (state <> 'DROPPED' or (settled_by is not null and reason is not null))),
  constraint ck_bank_statements__entries check (entries >= new_entries and new_entries >= 0)
);
comment on column finance.bank_statements.account_shown is 'what the statement calls its account, masked';
comment on column finance.bank_statements.new_entries is 'of its entries, those that no earlier statement had brought';
comment on column finance.bank_statements.content_key is 'equal for the same days, balances and amounts, whatever the message is called and in whatever format it comes';
comment on column finance.bank_statements.place is 'in the document, from zero';
comment on column finance.bank_statements.options is 'what the reader was told beside the file, to read it again';
comment on column finance.bank_statements.settled_by is 'who released or dropped what was held';
create unique index uq_bank_statements__booked on finance.bank_statements (bank_account_id, content_key) where state = 'BOOKED';
create unique index uq_bank_statements__held on finance.bank_statements (organization_id, account_shown, content_key) where state = 'HELD';
create index ix_bank_statements__account on finance.bank_statements (organization_id, bank_account_id, from_on);

create table finance.bank_entries (
  id                   uuid           not null,
  organization_id      uuid           not null,
  statement_id         uuid           not null,
  bank_account_id      uuid           not null,
  position             integer        not null,
  part                 integer        not null,
  booked_on            date           not null,
  value_on             date           not null,
  amount               numeric(19, 4) not null,
  total                numeric(19, 4) not null,
  currency             char(3)        not null,
  occurrence           integer        not null,
  charge               boolean        not null,
  code                 text,
  bank_reference       text,
  end_to_end_id        text collate "C",
  batch_id             text collate "C",
  counterparty_name    text,
  counterparty_account text,
  counterparty_key     char(22) collate "C",
  remittance           text           not null,
  charges              numeric(19, 4),
  original_amount      numeric(19, 4),
  original_currency    char(3),
  return_code          text,
  constraint pk_bank_entries primary key (id),
  -- the n-th entry of this amount on this day on this account: banks use their own ids again
  constraint uq_bank_entries__identity unique (bank_account_id, booked_on, total, occurrence, part),
  constraint ck_bank_entries__counterparty check ((counterparty_account is null) = (counterparty_key is null) and counterparty_account like 'e1:%'),
  constraint ck_bank_entries__original check ((original_amount is null) = (original_currency is null))
);
create index ix_bank_entries__statement on finance.bank_entries (statement_id, position);
comment on table finance.bank_entries is 'What banks booked, one row for each payment they list. No foreign keys: rows come by COPY under one statement, checked there and by verify-books';
comment on column finance.bank_entries.part is 'zero: the whole entry; else one payment of an entry that stands for several';
comment on column finance.bank_entries.amount is 'money in above zero';
comment on column finance.bank_entries.total is 'of the entry as the bank booked it';
comment on column finance.bank_entries.occurrence is 'from one: which of the equal amounts of the day';
comment on column finance.bank_entries.charge is 'the bank says that it is a fee of its own';
comment on column finance.bank_entries.batch_id is 'of the batch in our payment file, when the bank booked it as one';
comment on column finance.bank_entries.charges is 'in the amount, kept or taken by the bank; above zero when ours';
comment on column finance.bank_entries.return_code is 'why money came back';
create trigger tr_bank_entries__never_change before update or delete on finance.bank_entries
  for each statement execute function finance.refuse_change();
--rollback drop table finance.bank_entries;
--rollback drop table finance.bank_statements;
--rollback drop table finance.bank_positions;

--changeset banking:002-views
create view finance.bank_statement_v with (security_invoker = true) as
  select id, organization_id, bank_account_id, account_shown, state, format, name, sequence, from_on, to_on, opening, closing, currency,
         credits, debits, entries, new_entries, document_id, received_at
    from finance.bank_statements;
create view finance.bank_position_v with (security_invoker = true) as
  select bank_account_id, organization_id, first_opening, first_day, balance, last_day, currency from finance.bank_positions;
create view finance.bank_entry_v with (security_invoker = true) as
  select id, organization_id, statement_id, bank_account_id, position, part, booked_on, value_on, amount, total, currency, charge, code,
         bank_reference, end_to_end_id, batch_id, counterparty_name, counterparty_account, counterparty_key, remittance, charges, original_amount,
         original_currency, return_code
    from finance.bank_entries;
--rollback drop view finance.bank_entry_v;
--rollback drop view finance.bank_position_v;
--rollback drop view finance.bank_statement_v;
