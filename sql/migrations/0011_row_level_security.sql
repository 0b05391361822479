-- Row-level security: the second net under the table of permissions, which holds without it too.
--
-- A transaction says what it may reach by settings of its own: a range of districts (incubator.district_low, incubator.district_high),
-- inside a district a range of area codes (incubator.area_low, incubator.area_high), or one organization (incubator.serial). A setting
-- that is missing is '' or null, never everything: without a range of districts no private row is seen, and none can be written.
-- Sub-selects make PostgreSQL read each setting once for a statement instead of once for a row.
--
-- The directory (organizations, credit_codes, legal_status_steps, organization_classifications, service_areas) is public and has no
-- policy, so that its search index works. The service's role owns nothing and cannot pass a policy by.
-- Locks:  ACCESS EXCLUSIVE on each table for a moment.
-- Undo:   DROP POLICY and ALTER TABLE ... DISABLE ROW LEVEL SECURITY for each.

DO $$
DECLARE
    name text;
    within_districts CONSTANT text :=
        $q$district BETWEEN (SELECT nullif(current_setting('incubator.district_low', true), '')::bigint)
                        AND (SELECT nullif(current_setting('incubator.district_high', true), '')::bigint)$q$;
BEGIN
    -- What belongs to one organization.
    FOREACH name IN ARRAY ARRAY[
        'organization_contacts', 'leadership_posts', 'charters', 'governance_bodies', 'governance_meetings', 'money_controls',
        'service_boundaries', 'activities', 'yearly_accounts', 'annual_reports', 'observations', 'incubation_cases', 'case_steps',
        'mentor_assignments', 'assessments']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format($q$
            CREATE POLICY within_scope ON %1$I USING (
                %2$s
                AND ((SELECT coalesce(current_setting('incubator.serial', true), '')) = ''
                     OR serial = (SELECT nullif(current_setting('incubator.serial', true), '')::bigint))
                AND ((SELECT coalesce(current_setting('incubator.area_low', true), '')) = ''
                     OR EXISTS (
                         SELECT FROM organizations o
                          WHERE o.district = %1$I.district AND o.serial = %1$I.serial
                            AND o.area >= (SELECT current_setting('incubator.area_low', true))
                            AND o.area < (SELECT current_setting('incubator.area_high', true)))))
            $q$, name, within_districts);
    END LOOP;

    -- Events are added by everybody's acts and read by those who read a district's audit; the nation's chain is district 0.
    ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
    CREATE POLICY anybody_adds ON audit_events FOR INSERT WITH CHECK (true);
    EXECUTE format('CREATE POLICY within_scope ON audit_events FOR SELECT USING (%s)', within_districts);

    -- A key and its answer are those of one caller; what is past its time whoever comes by sweeps away.
    ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own ON idempotency_keys USING (caller = (SELECT current_setting('incubator.caller', true)));
    CREATE POLICY past_its_time ON idempotency_keys USING (
        created_at < (SELECT now() - days * interval '1 day' FROM retention_periods WHERE subject = 'idempotency-keys'));

    -- Tables that are being taken over may hold rows of any district. Staged rows have no policy, because COPY refuses tables that have
    -- one; they are there only while an import runs, and nothing but its checks reads them.
    FOREACH name IN ARRAY ARRAY['import_jobs', 'import_findings']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format(
            $q$CREATE POLICY whole_register ON %I USING (
                (SELECT current_setting('incubator.district_low', true)) = '0'
                AND (SELECT current_setting('incubator.district_high', true)) = '999999')$q$, name);
    END LOOP;
END
$$;
