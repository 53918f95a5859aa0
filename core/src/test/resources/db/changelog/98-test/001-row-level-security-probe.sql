--liquibase formatted sql

--changeset test:001-row-level-security-probe
--comment Any table with an organization_id, for the test of the lock on them all.
create table shared.row_level_security_probe (organization_id uuid);
--rollback drop table shared.row_level_security_probe;
