--liquibase formatted sql

--changeset reporting:003-audit-views
--comment What the audit of a document reads of the modules it passed: where its bytes came from, what was made of them, who was asked and who decided.
create view shared.inbox_document_v with (security_invoker = true) as
  select id, organization_id, channel, name, document_id, sha256::text as sha256, size, received_at, state, settled_at, summary, first_id
    from shared.inbox_documents;
create view shared.inbox_link_v with (security_invoker = true) as
  select organization_id, inbox_document_id, kind, target_id, label from shared.inbox_links;
create view shared.approval_request_v with (security_invoker = true) as
  select id, organization_id, subject_type, subject_id, reference, title, amount, currency, makers, content_hash::text as content_hash,
         state, previous_id, requested_at, closed_at
    from shared.approval_requests;
create view shared.approval_decision_v with (security_invoker = true) as
  select organization_id, request_id, level, role, verdict, decided_by, on_behalf_of, reason, content_hash::text as content_hash, decided_at
    from shared.approval_decisions;
create view finance.supplier_invoice_v with (security_invoker = true) as
  select i.id, i.organization_id, i.document_number, i.supplier_id, s.number as supplier_number, s.name as supplier_name, i.type, i.number,
         i.issued_on, i.due_on, i.currency, i.net, i.tax, i.gross, i.payable, i.inbox_document_id, i.document_id, i.state, i.posting_date,
         i.coded_by, i.coded_at, i.approved_by, i.approved_at, i.content_hash::text as content_hash, i.journal_id, i.ended_by, i.ended_at,
         i.end_reason, i.overridden_by, i.override_reason, i.received_by, i.received_at
    from finance.supplier_invoices i
    join finance.suppliers s on s.organization_id = i.organization_id and s.id = i.supplier_id;
--rollback drop view finance.supplier_invoice_v;
--rollback drop view shared.approval_decision_v;
--rollback drop view shared.approval_request_v;
--rollback drop view shared.inbox_link_v;
--rollback drop view shared.inbox_document_v;
