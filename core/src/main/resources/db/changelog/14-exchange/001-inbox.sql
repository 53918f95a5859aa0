--liquibase formatted sql

--changeset exchange:001-inbox-documents
--comment The inbox journal. Bytes are held once per organization: the partial unique index makes any later copy a duplicate, whatever its name, channel, day or node. A rejected document holds nothing, so that it may be sent again once its cause is repaired.
create table shared.inbox_documents (
  id              uuid        constraint pk_inbox_documents primary key,
  organization_id uuid        not null constraint fk_inbox_documents__organization references shared.organizations (id),
  channel         text        not null constraint ck_inbox_documents__channel check (channel ~ '^[a-z][a-z0-9-]{0,62}$'),
  name            text        not null constraint ck_inbox_documents__name check (length(name) <= 255),
  document_id     uuid        not null,
  sha256          char(64)    not null,
  size            bigint      not null,
  received_at     timestamptz not null,
  state           text        not null constraint ck_inbox_documents__state check (state in ('received', 'in-progress', 'accepted', 'duplicate', 'rejected', 'failed')),
  attempts        integer     not null,
  next_attempt_at timestamptz,
  settled_at      timestamptz,
  first_id        uuid,
  summary         text        not null,
  last_error      text,
  delivery_key    text,
  constraint uq_inbox_documents__organization unique (organization_id, id),
  constraint fk_inbox_documents__document foreign key (organization_id, document_id) references shared.documents (organization_id, id),
  constraint fk_inbox_documents__first foreign key (organization_id, first_id) references shared.inbox_documents (organization_id, id),
  constraint ck_inbox_documents__settled check ((settled_at is null) = (state in ('received', 'in-progress'))),
  constraint ck_inbox_documents__next_attempt check ((next_attempt_at is not null) = (state = 'received'))
);
create unique index uq_inbox_documents__content on shared.inbox_documents (organization_id, sha256)
  where state in ('received', 'in-progress', 'accepted', 'failed');
create unique index uq_inbox_documents__delivery on shared.inbox_documents (organization_id, channel, delivery_key)
  where delivery_key is not null;
create index ix_inbox_documents__due on shared.inbox_documents (next_attempt_at) where state = 'received';
create index ix_inbox_documents__open on shared.inbox_documents (organization_id) where state in ('received', 'in-progress', 'failed');
create index ix_inbox_documents__newest on shared.inbox_documents (organization_id, received_at desc, id desc);
--rollback drop table shared.inbox_documents;

--changeset exchange:001-inbox-findings
create table shared.inbox_findings (
  organization_id   uuid    not null,
  inbox_document_id uuid    not null,
  position          integer not null,
  warning           boolean not null,
  code              text    not null,
  place             text    not null,
  message           text    not null,
  constraint pk_inbox_findings primary key (inbox_document_id, position),
  constraint fk_inbox_findings__inbox_document foreign key (organization_id, inbox_document_id) references shared.inbox_documents (organization_id, id)
);
--rollback drop table shared.inbox_findings;

--changeset exchange:001-inbox-links
--comment What a document created or repeats. The target is another module's row, so no foreign key.
create table shared.inbox_links (
  organization_id   uuid not null,
  inbox_document_id uuid not null,
  kind              text not null,
  target_id         uuid not null,
  label             text not null,
  constraint pk_inbox_links primary key (inbox_document_id, kind, target_id),
  constraint fk_inbox_links__inbox_document foreign key (organization_id, inbox_document_id) references shared.inbox_documents (organization_id, id)
);
create index ix_inbox_links__target on shared.inbox_links (organization_id, kind, target_id);
--rollback drop table shared.inbox_links;
