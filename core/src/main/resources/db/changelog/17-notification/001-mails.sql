--liquibase formatted sql

--changeset notification:001-mails
--comment A mail commits with what it tells of and leaves afterwards. The same key reaches an address once for ever.
create table shared.mails (
  id              uuid        not null,
  organization_id uuid        not null,
  template        text        not null,
  recipient       text        not null,
  username        text,
  subject         text        not null,
  body            text        not null,
  language        text        not null,
  dedup_key       text        not null,
  state           text        not null,
  attempts        integer     not null,
  queued_at       timestamptz not null,
  next_attempt_at timestamptz,
  sent_at         timestamptz,
  last_error      text,
  constraint pk_mails primary key (id),
  constraint uq_mails__organization_id unique (organization_id, id),
  constraint uq_mails__dedup_key unique (organization_id, recipient, dedup_key),
  constraint fk_mails__organization foreign key (organization_id) references shared.organizations (id),
  constraint ck_mails__recipient check (char_length(recipient) between 1 and 320),
  constraint ck_mails__subject check (char_length(subject) between 1 and 200 and subject !~ '[[:cntrl:]]'),
  constraint ck_mails__dedup_key check (char_length(dedup_key) between 1 and 200),
  constraint ck_mails__state check (state in ('QUEUED', 'SENT', 'PARKED')),
  constraint ck_mails__next_attempt check ((state = 'QUEUED') = (next_attempt_at is not null)),
  constraint ck_mails__sent check ((state = 'SENT') = (sent_at is not null)),
  constraint ck_mails__attempts check (attempts >= 0)
);
create index ix_mails__due on shared.mails (next_attempt_at) where state = 'QUEUED';
create index ix_mails__parked on shared.mails (organization_id, id) where state = 'PARKED';
--rollback drop table shared.mails;

--changeset notification:001-mail-attachments
create table shared.mail_attachments (
  organization_id uuid    not null,
  mail_id         uuid    not null,
  position        integer not null,
  document_id     uuid    not null,
  constraint pk_mail_attachments primary key (mail_id, position),
  constraint fk_mail_attachments__mail foreign key (organization_id, mail_id) references shared.mails (organization_id, id),
  constraint fk_mail_attachments__document foreign key (organization_id, document_id) references shared.documents (organization_id, id)
);
--rollback drop table shared.mail_attachments;

--changeset notification:001-mail-preferences
--comment What a person wants to be mailed, wherever he works; of no organization.
create table shared.mail_preferences (
  user_id    uuid    not null,
  task_mails boolean not null,
  constraint pk_mail_preferences primary key (user_id),
  constraint fk_mail_preferences__user foreign key (user_id) references shared.users (id)
);
--rollback drop table shared.mail_preferences;

--changeset notification:001-permissions
with matrix (resource, action, description, roles) as (values
  ('notification.mail', 'read', 'See mails sent, waiting and parked', 'administrator auditor ops'),
  ('notification.mail', 'retry', 'Send a parked mail once more', 'administrator ops')
), permission as (
  insert into shared.permissions (resource, action, description)
  select resource, action, description from matrix
)
insert into shared.role_permissions (role, resource, action)
select role, resource, action from matrix, unnest(string_to_array(roles, ' ')) as role;
--rollback delete from shared.role_permissions where resource = 'notification.mail';
--rollback delete from shared.permissions where resource = 'notification.mail';
