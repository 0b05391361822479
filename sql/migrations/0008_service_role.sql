-- What the service may do. It logs in as a role that owns nothing and can change no structure.
--
-- A database that was set up by hand may have no such role: then the one role it has does everything, and nothing is granted here.
-- Locks:  none that matter.
-- Undo:   revoke the same.

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT USAGE ON SCHEMA public TO incubator_service;
        GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO incubator_service;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO incubator_service;
        GRANT DELETE ON staged_organizations, staged_records, import_jobs, import_findings, service_areas, organization_contacts,
            organization_classifications TO incubator_service;
        REVOKE INSERT, UPDATE ON schema_migrations, case_moves FROM incubator_service;
        REVOKE UPDATE ON credit_codes, legal_status_steps, case_steps, assessments FROM incubator_service;
    END IF;
END
$$;
