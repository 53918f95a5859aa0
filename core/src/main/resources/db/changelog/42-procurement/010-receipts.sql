--liquibase formatted sql

--changeset procurement:010-receipts splitStatements:false
--comment What came of an order and what went back. Nothing is ever changed or deleted: a receipt that was wrong is corrected by its mirror image. One that brings more than is tolerated is held until a buyer has decided.
create table procurement.receipts (
  id              uuid        not null,
  organization_id uuid        not null,
  order_id        uuid        not null,
  number          text        not null,
  kind            text        not null,
  state           text        not null,
  source          text        not null,
  occurred_on     date        not null,
  delivery_note   text,
  reason          text,
  document_id     uuid,
  corrects_id     uuid,
  recorded_by     text        not null,
  recorded_at     timestamptz not null,
  decision        text,
  decided_by      text,
  decided_at      timestamptz,
  decision_reason text,
  constraint pk_receipts primary key (id),
  constraint uq_receipts__organization_id unique (organization_id, id),
  constraint uq_receipts__number unique (organization_id, number),
  constraint uq_receipts__corrects unique (organization_id, corrects_id),
  constraint fk_receipts__order foreign key (organization_id, order_id) references procurement.orders (organization_id, id),
  constraint fk_receipts__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  constraint fk_receipts__corrects foreign key (organization_id, corrects_id) references procurement.receipts (organization_id, id),
  constraint ck_receipts__kind check (kind in ('RECEIPT', 'RETURN')),
  constraint ck_receipts__state check (state in ('ANNOUNCED', 'CONFIRMED', 'HELD', 'RECORDED', 'REFUSED')),
  constraint ck_receipts__source check (source in ('PERSON', 'FILE', 'DESPATCH_ADVICE')),
  constraint ck_receipts__delivery_note check (char_length(delivery_note) between 1 and 100),
  constraint ck_receipts__reason check ((kind = 'RECEIPT' and corrects_id is null) or char_length(reason) between 3 and 500),
  constraint ck_receipts__held_is_a_receipt check (state = 'RECORDED' or (kind = 'RECEIPT' and corrects_id is null)),
  constraint ck_receipts__decision check (decision in ('ACCEPT', 'CUT', 'REFUSE')),
  constraint ck_receipts__decided check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint ck_receipts__decider_is_not_recorder check (decided_by <> recorded_by),
  constraint ck_receipts__not_its_own_correction check (corrects_id <> id)
);
comment on column procurement.receipts.delivery_note is 'the supplier''s number of the delivery';
comment on column procurement.receipts.corrects_id is 'the receipt or return this one undoes; its lines are the mirror image';
create index ix_receipts__order on procurement.receipts (organization_id, order_id);
create index ix_receipts__open on procurement.receipts (organization_id, number) where state in ('ANNOUNCED', 'HELD');

create table procurement.receipt_lines (
  id              uuid           not null,
  organization_id uuid           not null,
  receipt_id      uuid           not null,
  order_line_id   uuid           not null,
  stated_quantity numeric(19, 6) not null,
  stated_unit     text           not null,
  delivered       numeric(19, 6) not null,
  quantity        numeric(19, 6) not null,
  unit            text           not null,
  constraint pk_receipt_lines primary key (id),
  constraint uq_receipt_lines__organization_id unique (organization_id, id),
  constraint uq_receipt_lines__order_line unique (receipt_id, order_line_id),
  constraint fk_receipt_lines__receipt foreign key (organization_id, receipt_id) references procurement.receipts (organization_id, id),
  constraint fk_receipt_lines__order_line foreign key (organization_id, order_line_id) references procurement.order_lines (organization_id, id),
  constraint ck_receipt_lines__unit check (unit ~ '^[A-Z0-9]{2,3}$' and stated_unit ~ '^[A-Z0-9]{2,3}$'),
  constraint ck_receipt_lines__delivered check (delivered <> 0),
  constraint ck_receipt_lines__quantity check (quantity = 0 or (sign(quantity) = sign(delivered) and abs(quantity) <= abs(delivered)))
);
comment on column procurement.receipt_lines.stated_quantity is 'as the delivery note or whoever counted said it, in stated_unit';
comment on column procurement.receipt_lines.delivered is 'the same in the unit of the order line; negative in a correction';
comment on column procurement.receipt_lines.quantity is 'what was taken of it, in the unit of the order line: all, unless a buyer cut a surplus';
create index ix_receipt_lines__order_line on procurement.receipt_lines (organization_id, order_line_id);

create function procurement.refuse_receipt_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('RECORDED', 'REFUSED', 'CONFIRMED')
     or (new.id, new.organization_id, new.order_id, new.number, new.kind, new.source, new.recorded_by) is distinct from
        (old.id, old.organization_id, old.order_id, old.number, old.kind, old.source, old.recorded_by) then
    raise exception '% of % is refused: it is %, correct it by another one', tg_op, old.number, old.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger tr_receipts__recorded_stands before update or delete on procurement.receipts
  for each row execute function procurement.refuse_receipt_change();

create function procurement.refuse_receipt_line_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or not exists (
       select 1 from procurement.receipts r
        where r.organization_id = old.organization_id and r.id = old.receipt_id and r.state in ('ANNOUNCED', 'HELD')) then
    raise exception '% of a line of a receipt is refused: correct it by another one', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger tr_receipt_lines__recorded_stands before update or delete on procurement.receipt_lines
  for each row execute function procurement.refuse_receipt_line_change();
--rollback drop table procurement.receipt_lines;
--rollback drop table procurement.receipts;
--rollback drop function procurement.refuse_receipt_line_change();
--rollback drop function procurement.refuse_receipt_change();

--changeset procurement:010-receipt-rules
--comment How much more than ordered is taken without asking, and what a despatch advice is worth. The supplier's row counts before the organization's; without any nothing more is taken, and a despatch advice is a receipt.
create table procurement.receipt_rules (
  id              uuid          not null,
  organization_id uuid          not null,
  supplier_id     uuid,
  over_percent    numeric(9, 4) not null,
  beyond          text          not null,
  despatch_advice text          not null,
  changed_by      text          not null,
  changed_at      timestamptz   not null,
  constraint pk_receipt_rules primary key (id),
  constraint uq_receipt_rules__scope unique nulls not distinct (organization_id, supplier_id),
  constraint fk_receipt_rules__organization foreign key (organization_id) references shared.organizations (id),
  constraint fk_receipt_rules__supplier foreign key (organization_id, supplier_id) references finance.suppliers (organization_id, id),
  constraint ck_receipt_rules__over_percent check (over_percent between 0 and 1000),
  constraint ck_receipt_rules__beyond check (beyond in ('HOLD', 'REFUSE')),
  constraint ck_receipt_rules__despatch_advice check (despatch_advice in ('RECEIVES', 'ANNOUNCES'))
);
comment on column procurement.receipt_rules.over_percent is 'of the quantity ordered, per line';
--rollback drop table procurement.receipt_rules;

--changeset procurement:010-receipt-views
--comment What other modules and reports may read. A return counts negative, and so does the correction of a receipt; only what was recorded is here.
create view procurement.receipt_line_v with (security_invoker = true) as
  select l.id as receipt_line_id, l.organization_id, l.receipt_id, r.number, r.kind, r.occurred_on, r.delivery_note, r.order_id, l.order_line_id,
         case r.kind when 'RETURN' then -l.quantity else l.quantity end as quantity, l.unit, r.corrects_id,
         exists (select 1 from procurement.receipts c where c.organization_id = r.organization_id and c.corrects_id = r.id) as corrected,
         r.recorded_by, r.recorded_at
    from procurement.receipt_lines l
    join procurement.receipts r on r.organization_id = l.organization_id and r.id = l.receipt_id
   where r.state = 'RECORDED' and l.quantity <> 0;
--rollback drop view procurement.receipt_line_v;

--changeset procurement:010-receipt-permissions
--comment Who counts goods, who decides about too many of them. Whoever places orders does not say that they came, except where a company is too small for that and grants it.
with matrix (resource, action, description, roles) as (values
  ('procurement.receipt', 'read', 'See what came of orders and what went back',
    'accountant ap-clerk auditor buyer cfo controller department-head requester treasurer warehouse'),
  ('procurement.receipt', 'record', 'Record goods that came or go back, and correct what was recorded', 'warehouse'),
  ('procurement.receipt', 'decide', 'Decide about goods that came beyond what was ordered', 'buyer'),
  ('procurement.receipt-rule', 'manage', 'Say how much more than ordered is taken, and what a despatch advice is worth', 'controller')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource in ('procurement.receipt', 'procurement.receipt-rule');
--rollback delete from shared.permissions where resource in ('procurement.receipt', 'procurement.receipt-rule');
