-- Who acted, by name: an account's display name for those who work with it, and never its login, its secrets or anything else of it.
--
-- The policies of the accounts' tables show whole rows to those who administer them and nothing to everybody else, so names are a view of
-- their own, which reads as its owner and says itself whose name is shown:
--   - one's own;
--   - to who works in an area: of people with a business role where the area lies or in it, and of members of its organizations;
--   - to a member of an organization: of who has done something in its file or has something of it in hand, with the role beside the name,
--     because a member may not know the person.
-- A transaction without a scope sees no name but its own account's.
-- Locks:  none that matter; the view is new.
-- Undo:   drop the view.

CREATE VIEW actor_names WITH (security_barrier) AS
WITH asking AS (
    SELECT nullif(current_setting('incubator.account', true), '')::bigint AS account,
           nullif(current_setting('incubator.district_low', true), '')::bigint AS low,
           nullif(current_setting('incubator.district_high', true), '')::bigint AS high,
           nullif(current_setting('incubator.serial', true), '')::bigint AS serial,
           coalesce(current_setting('incubator.area_low', true), '') AS area_low,
           coalesce(current_setting('incubator.area_high', true), '') AS area_high
), colleagues AS (
    SELECT h.account, h.role, h.from_day
      FROM role_holdings h
     CROSS JOIN asking s
     WHERE h.duty = 'business' AND h.role <> 'organizationMember'
       AND (h.scope = 'nation'
            OR ((s.area_low = '' OR h.area >= s.area_low AND h.area < s.area_high OR s.area_low LIKE h.area || '%')
                AND rpad(left(h.area, 6), 6, '0')::bigint <= s.high AND rpad(left(h.area, 6), 6, '9')::bigint >= s.low))
)
SELECT a.account, a.display_name,
       CASE WHEN s.serial IS NOT NULL
            THEN (SELECT c.role FROM colleagues c WHERE c.account = a.account ORDER BY c.from_day DESC, c.role LIMIT 1) END AS role
  FROM accounts a
 CROSS JOIN asking s
 WHERE a.account = s.account
    OR (s.serial IS NULL AND s.low IS NOT NULL
        AND (EXISTS (SELECT FROM colleagues c WHERE c.account = a.account)
             OR EXISTS (
                 SELECT FROM role_holdings h
                   JOIN organizations o ON o.district = h.organization_district AND o.serial = h.organization_serial
                  WHERE h.account = a.account AND o.district BETWEEN s.low AND s.high
                    AND (s.area_low = '' OR (o.area >= s.area_low AND o.area < s.area_high)))))
    OR (s.serial IS NOT NULL AND s.low = s.high
        AND (EXISTS (SELECT FROM pending_items p WHERE p.district = s.low AND p.serial = s.serial AND p.owner_account = a.account)
             OR EXISTS (
                 SELECT FROM pending_item_steps p
                  WHERE p.district = s.low AND p.serial = s.serial
                    AND (p.owner_account = a.account OR p.caller = 'account-' || a.account))
             OR EXISTS (
                 SELECT FROM case_decisions d
                  WHERE d.district = s.low AND d.serial = s.serial
                    AND 'account-' || a.account IN (d.recommended_by, d.reviewed_by, d.decided_by))
             OR EXISTS (
                 SELECT FROM documents d
                  WHERE d.district = s.low AND d.serial = s.serial AND 'account-' || a.account IN (d.issued_by, d.withdrawn_by))
             OR EXISTS (
                 SELECT FROM handled_flags f
                  WHERE f.district = s.low AND f.serial = s.serial AND 'account-' || a.account IN (f.owner, f.confirmed_by))
             OR EXISTS (
                 SELECT FROM handled_flag_steps f
                  WHERE f.district = s.low AND f.serial = s.serial AND 'account-' || a.account IN (f.caller, f.owner))
             OR EXISTS (
                 SELECT FROM interventions i
                  WHERE i.district = s.low AND i.serial = s.serial AND i.recorded_by = 'account-' || a.account)));

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT ON actor_names TO incubator_service;
    END IF;
END
$$;
