--liquibase formatted sql

--changeset payments:010-remittance-advices
--comment What suppliers were told about a payment; once per payment, however often the telling starts over.
create table finance.remittance_advices (
  payment_id      uuid        not null,
  organization_id uuid        not null,
  document_id     uuid,
  mailed_to       text,
  written_at      timestamptz not null,
  constraint pk_remittance_advices primary key (payment_id),
  constraint fk_remittance_advices__payment foreign key (organization_id, payment_id) references finance.payments (organization_id, id),
  constraint fk_remittance_advices__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  constraint ck_remittance_advices__told check (document_id is not null or mailed_to is not null)
);
--rollback drop table finance.remittance_advices;
