-- A hub acts only inside its contract: its people hold their roles by one, in its area, and only as long as it lasts.
--
-- When a contract ends, or is ended before its time, the roles held by it count no longer at that same moment, without anybody having to
-- remember them. A role of the hub that was granted before there were contracts counts no longer either; grant it anew.
-- Locks:  ACCESS EXCLUSIVE on role_holdings for a moment: the column is new and null, and the check is not asked of what is there.
-- Undo:   drop the column, and make role_holdings_open_idx anew without it.

ALTER TABLE role_holdings ADD COLUMN contract bigint;
ALTER TABLE role_holdings ADD CONSTRAINT role_holdings_contract_fkey FOREIGN KEY (contract) REFERENCES hub_contracts (contract) NOT VALID;
ALTER TABLE role_holdings VALIDATE CONSTRAINT role_holdings_contract_fkey;
ALTER TABLE role_holdings ADD CONSTRAINT role_holdings_contract_of_role
    CHECK ((role IN ('hubStaff', 'hubManager') AND scope = 'area') = (contract IS NOT NULL)) NOT VALID;
CREATE INDEX role_holdings_contract_idx ON role_holdings (contract) WHERE contract IS NOT NULL;

COMMENT ON COLUMN role_holdings.contract IS 'By which a hub''s person holds the role; null for everybody else';

-- The same role by another contract is another one.
DROP INDEX role_holdings_open_idx;
CREATE UNIQUE INDEX role_holdings_open_idx
    ON role_holdings (account, role, scope, area, organization_district, organization_serial, contract)
    NULLS NOT DISTINCT WHERE until_day IS NULL;
