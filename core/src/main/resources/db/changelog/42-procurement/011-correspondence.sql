--liquibase formatted sql

--changeset procurement:011-order-letters
--comment What went to a supplier about an order, once per version and kind.
create table procurement.order_letters (
  id              uuid        not null,
  organization_id uuid        not null,
  order_id        uuid        not null,
  version         int         not null,
  kind            text        not null,
  ubl_document_id uuid        not null,
  pdf_document_id uuid        not null,
  file_name       text        not null,
  mailed_to       text,
  sent_at         timestamptz not null,
  constraint pk_order_letters primary key (id),
  constraint uq_order_letters__once unique (organization_id, order_id, kind, version),
  constraint fk_order_letters__order foreign key (organization_id, order_id) references procurement.orders (organization_id, id),
  constraint fk_order_letters__ubl foreign key (organization_id, ubl_document_id) references shared.documents (organization_id, id),
  constraint fk_order_letters__pdf foreign key (organization_id, pdf_document_id) references shared.documents (organization_id, id),
  constraint ck_order_letters__kind check (kind in ('ORDER', 'CHANGE', 'CANCELLATION')),
  constraint ck_order_letters__version check (version > 0)
);
--rollback drop table procurement.order_letters;

--changeset procurement:011-order-responses
--comment What suppliers answered to orders. An answer that differs from the order is open until a buyer has settled it.
create table procurement.order_responses (
  id               uuid        not null,
  organization_id  uuid        not null,
  order_id         uuid        not null,
  order_version    int         not null,
  response_number  text        not null,
  issued_on        date        not null,
  answer           text        not null,
  note             text,
  document_id      uuid,
  state            text        not null,
  received_at      timestamptz not null,
  decision         text,
  decided_by       text,
  decided_at       timestamptz,
  decision_reason  text,
  constraint pk_order_responses primary key (id),
  constraint uq_order_responses__organization_id unique (organization_id, id),
  constraint uq_order_responses__number unique (organization_id, order_id, response_number),
  constraint fk_order_responses__order foreign key (organization_id, order_id) references procurement.orders (organization_id, id),
  constraint fk_order_responses__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  constraint ck_order_responses__number check (char_length(response_number) between 1 and 100),
  constraint ck_order_responses__answer check (answer in ('ACKNOWLEDGED', 'ACCEPTED', 'CHANGED', 'REJECTED')),
  constraint ck_order_responses__state check (state in ('NOTED', 'OPEN', 'SETTLED')),
  constraint ck_order_responses__decision check (decision in ('TAKE_OVER', 'INSIST', 'CANCEL')),
  constraint ck_order_responses__decided check ((state = 'SETTLED') = (decision is not null) and (decision is null) = (decided_by is null)
    and (decision is null) = (decided_at is null) and (decision is null) = (decision_reason is null))
);
create index ix_order_responses__open on procurement.order_responses (organization_id, received_at) where state = 'OPEN';
create index ix_order_responses__order on procurement.order_responses (organization_id, order_id);

create table procurement.order_response_lines (
  id              uuid    not null,
  organization_id uuid    not null,
  response_id     uuid    not null,
  place           int     not null,
  position        int,
  answer          text    not null,
  name            text,
  quantity        numeric(19, 6),
  unit            text,
  unit_price      numeric(19, 6),
  deliver_on      date,
  note            text,
  constraint pk_order_response_lines primary key (id),
  constraint uq_order_response_lines__place unique (response_id, place),
  constraint fk_order_response_lines__response foreign key (organization_id, response_id) references procurement.order_responses (organization_id, id),
  constraint ck_order_response_lines__answer check (answer in ('ADDED', 'CHANGED', 'ACCEPTED', 'REJECTED', 'DELIVERED'))
);
comment on column procurement.order_response_lines.position is 'the line of the order; null where the supplier added one';
--rollback drop table procurement.order_response_lines;
--rollback drop table procurement.order_responses;
