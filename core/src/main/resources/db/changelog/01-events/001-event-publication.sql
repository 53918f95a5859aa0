--liquibase formatted sql

--changeset events:001-event-publication
--comment Spring Modulith 1.4's registry of events on their way to listeners; its own script, in our schema.
create table events.event_publication (
  id               uuid not null constraint pk_event_publication primary key,
  listener_id      text not null,
  event_type       text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date  timestamptz
);
create index ix_event_publication__serialized_event on events.event_publication using hash (serialized_event);
create index ix_event_publication__completion_date on events.event_publication (completion_date);
--rollback drop table events.event_publication;
