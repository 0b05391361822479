-- Who may be given something to do, by name: those who hold a business role where the caller works, and the members of its organizations.
--
-- As `actor_names` the views read as their owner and say themselves whom they show: to who works in an area, the people who work where the area
-- lies or in it, and members of organizations in it; nobody else is shown anybody. Of an account they tell the name and the role with its place and
-- days. Whether a role counts on a day is for the statement to say: a view knows no day.
-- Members are a view of their own: there may be a million of them, and only one organization's are asked for.
-- Locks:  share on role_holdings while its two indexes are made; the views are new.
-- Undo:   drop the views and the indexes; people are then chosen by the numbers of their accounts.

CREATE INDEX role_holdings_working_idx ON role_holdings (scope, area) WHERE scope <> 'organization' AND ended_at IS NULL;
CREATE INDEX role_holdings_members_idx ON role_holdings (organization_district, organization_serial)
    WHERE scope = 'organization' AND ended_at IS NULL;

CREATE VIEW colleagues WITH (security_barrier) AS
WITH asking AS (
    SELECT nullif(current_setting('incubator.district_low', true), '')::bigint AS low,
           nullif(current_setting('incubator.district_high', true), '')::bigint AS high,
           nullif(current_setting('incubator.serial', true), '')::bigint AS serial,
           coalesce(current_setting('incubator.area_low', true), '') AS area_low,
           coalesce(current_setting('incubator.area_high', true), '') AS area_high
)
SELECT a.account, a.display_name, h.role, h.scope, h.area,
       greatest(h.from_day, c.from_day) AS from_day, least(h.until_day, c.until_day, c.ended_on) AS until_day
  FROM asking s
  JOIN role_holdings h ON h.scope <> 'organization' AND h.ended_at IS NULL AND h.duty = 'business'
  JOIN accounts a ON a.account = h.account AND a.state = 'active'
  LEFT JOIN hub_contracts c ON c.contract = h.contract
 WHERE s.serial IS NULL AND s.low IS NOT NULL
   AND (h.contract IS NOT NULL OR h.role NOT IN ('hubStaff', 'hubManager'))
   AND (h.scope = 'nation'
        OR ((s.area_low = '' OR h.area >= s.area_low AND h.area < s.area_high OR s.area_low LIKE h.area || '%')
            AND rpad(left(h.area, 6), 6, '0')::bigint <= s.high AND rpad(left(h.area, 6), 6, '9')::bigint >= s.low));

CREATE VIEW organization_members WITH (security_barrier) AS
WITH asking AS (
    SELECT nullif(current_setting('incubator.district_low', true), '')::bigint AS low,
           nullif(current_setting('incubator.district_high', true), '')::bigint AS high,
           nullif(current_setting('incubator.serial', true), '')::bigint AS serial,
           coalesce(current_setting('incubator.area_low', true), '') AS area_low,
           coalesce(current_setting('incubator.area_high', true), '') AS area_high
)
SELECT a.account, a.display_name, h.role, h.organization_district, h.organization_serial, h.from_day, h.until_day
  FROM asking s
  JOIN role_holdings h ON h.scope = 'organization' AND h.ended_at IS NULL AND h.duty = 'business'
  JOIN accounts a ON a.account = h.account AND a.state = 'active'
  JOIN organizations o ON o.district = h.organization_district AND o.serial = h.organization_serial
 WHERE s.serial IS NULL AND o.district BETWEEN s.low AND s.high
   AND (s.area_low = '' OR (o.area >= s.area_low AND o.area < s.area_high));

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT ON colleagues, organization_members TO incubator_service;
    END IF;
END
$$;
