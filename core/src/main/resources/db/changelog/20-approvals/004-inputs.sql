--liquibase formatted sql

--changeset approvals:004-inputs
--comment What the decision table read beside amount and cost centre, so that another table can be asked the same question later.
alter table shared.approval_requests
  add column inputs jsonb not null default '{}',
  add constraint ck_approval_requests__inputs check (jsonb_typeof(inputs) = 'object');
--rollback alter table shared.approval_requests drop column inputs;

--changeset approvals:004-inputs-frozen
--comment The question stays as it was asked, its levels and inputs included.
drop trigger approval_requests_frozen on shared.approval_requests;
create trigger approval_requests_frozen before update of organization_id, subject_type, subject_id, amount, currency, cost_centre, makers, content_hash, facts, levels, inputs on shared.approval_requests
  for each statement execute function shared.refuse_approval_change();
--rollback drop trigger approval_requests_frozen on shared.approval_requests;
--rollback create trigger approval_requests_frozen before update of organization_id, subject_type, subject_id, amount, currency, makers, content_hash, facts on shared.approval_requests for each statement execute function shared.refuse_approval_change();
