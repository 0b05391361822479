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

-- Puts the policy on a table that holds what belongs to one organization, by its columns district and serial.
CREATE PROCEDURE hold_to_scope(name text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format($q$
        CREATE POLICY within_scope ON %1$I USING (
            district BETWEEN (SELECT nullif(current_setting('incubator.district_low', true), '')::bigint)
                         AND (SELECT nullif(current_setting('incubator.district_high', true), '')::bigint)
            AND ((SELECT coalesce(current_setting('incubator.serial', true), '')) = ''
                 OR serial = (SELECT nullif(current_setting('incubator.serial', true), '')::bigint))
            AND ((SELECT coalesce(current_setting('incubator.area_low', true), '')) = ''
                 OR EXISTS (
                     SELECT FROM organizations o
                      WHERE o.district = %1$I.district AND o.serial = %1$I.serial
                        AND o.area >= (SELECT current_setting('incubator.area_low', true))
                        AND o.area < (SELECT current_setting('incubator.area_high', true)))))
        $q$, name);
END
$$;
REVOKE EXECUTE ON PROCEDURE hold_to_scope FROM PUBLIC;

CALL hold_to_scope('organization_contacts');
CALL hold_to_scope('leadership_posts');
CALL hold_to_scope('charters');
CALL hold_to_scope('governance_bodies');
CALL hold_to_scope('governance_meetings');
CALL hold_to_scope('money_controls');
CALL hold_to_scope('service_boundaries');
CALL hold_to_scope('activities');
CALL hold_to_scope('yearly_accounts');
CALL hold_to_scope('annual_reports');
CALL hold_to_scope('observations');
CALL hold_to_scope('incubation_cases');
CALL hold_to_scope('case_steps');
CALL hold_to_scope('mentor_assignments');
CALL hold_to_scope('assessments');

-- Events are added by everybody's acts and read by those who read a district's audit; the nation's chain is district 0.
ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY anybody_adds ON audit_events FOR INSERT WITH CHECK (true);
CREATE POLICY within_scope ON audit_events FOR SELECT USING (
    district BETWEEN (SELECT nullif(current_setting('incubator.district_low', true), '')::bigint)
                 AND (SELECT nullif(current_setting('incubator.district_high', true), '')::bigint));

-- A key and its answer are those of one caller; what is past its time whoever comes by sweeps away.
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON idempotency_keys USING (caller = (SELECT current_setting('incubator.caller', true)));
CREATE POLICY past_its_time ON idempotency_keys USING (
    created_at < (SELECT now() - days * interval '1 day' FROM retention_periods WHERE subject = 'idempotency-keys'));

-- Tables that are being taken over may hold rows of any district. Staged rows have no policy, because COPY refuses tables that have one;
-- they are there only while an import runs, and nothing but its checks reads them.
ALTER TABLE import_jobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole_register ON import_jobs USING (
    (SELECT current_setting('incubator.district_low', true)) = '0'
    AND (SELECT current_setting('incubator.district_high', true)) = '999999');
ALTER TABLE import_findings ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole_register ON import_findings USING (
    (SELECT current_setting('incubator.district_low', true)) = '0'
    AND (SELECT current_setting('incubator.district_high', true)) = '999999');
