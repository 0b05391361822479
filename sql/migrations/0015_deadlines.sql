-- Working-day calendars, rules of deadlines, and what waits to be done.
--
-- A calendar and a rule are never changed: a newer version stands beside the older one, and an item names those that it was made by.
-- Locks:  access exclusive on audit_events while its keys are read once; the tables are new.
-- Undo:   drop the tables; the wider shape of keys may stay.

CREATE TABLE working_calendars (
    year           integer NOT NULL,
    version        bigint NOT NULL,
    source_chinese text NOT NULL,
    source_english text NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT working_calendars_pkey PRIMARY KEY (year, version),
    CONSTRAINT working_calendars_year_possible CHECK (year BETWEEN 1 AND 9999),
    CONSTRAINT working_calendars_version_positive CHECK (version > 0),
    CONSTRAINT working_calendars_source_not_blank CHECK (btrim(source_chinese) <> '' AND btrim(source_english) <> '')
);

COMMENT ON TABLE working_calendars IS 'Which days of a year are worked; the highest version of a year is in force';

CREATE TABLE working_calendar_days (
    year             integer NOT NULL,
    version          bigint NOT NULL,
    day              date NOT NULL,
    kind             text NOT NULL,
    occasion_chinese text NOT NULL,
    occasion_english text NOT NULL,
    CONSTRAINT working_calendar_days_pkey PRIMARY KEY (year, version, day),
    CONSTRAINT working_calendar_days_calendar_fkey FOREIGN KEY (year, version) REFERENCES working_calendars (year, version),
    CONSTRAINT working_calendar_days_in_year CHECK (extract(year FROM day) = year),
    CONSTRAINT working_calendar_days_kind_fits_weekday
        CHECK (kind = CASE WHEN extract(isodow FROM day) < 6 THEN 'dayOff' ELSE 'makeUpDay' END)
);

COMMENT ON TABLE working_calendar_days IS 'Where a year differs from plain weeks: weekdays that are not worked, weekend days that are';

CREATE TABLE deadline_rules (
    kind            text NOT NULL,
    jurisdiction    text NOT NULL,
    version         bigint NOT NULL,
    amount          integer NOT NULL,
    unit            text NOT NULL,
    moves_on        boolean NOT NULL,
    remind_before   integer NOT NULL,
    escalate_after  integer NOT NULL,
    owner_role      text NOT NULL,
    escalation_role text NOT NULL,
    ends_with_case  boolean NOT NULL,
    certainty       text NOT NULL,
    source_chinese  text NOT NULL,
    source_english  text NOT NULL,
    valid_from      date,
    valid_until     date,
    CONSTRAINT deadline_rules_pkey PRIMARY KEY (kind, jurisdiction, version),
    CONSTRAINT deadline_rules_kind_shape CHECK (kind ~ '^[a-z][A-Za-z]{1,39}$'),
    CONSTRAINT deadline_rules_jurisdiction_shape CHECK (jurisdiction ~ '^(nation|[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    CONSTRAINT deadline_rules_version_positive CHECK (version > 0),
    CONSTRAINT deadline_rules_amount_possible CHECK (amount BETWEEN 1 AND 1000),
    CONSTRAINT deadline_rules_unit_known CHECK (unit IN ('workingDay', 'calendarDay', 'month', 'year')),
    CONSTRAINT deadline_rules_remind_before_possible CHECK (remind_before BETWEEN 0 AND 366),
    CONSTRAINT deadline_rules_escalate_after_possible CHECK (escalate_after BETWEEN 1 AND 366),
    CONSTRAINT deadline_rules_owner_role_known CHECK (
        owner_role IN ('hubStaff', 'hubManager', 'official', 'fundingApprover', 'disburser', 'reviewer', 'organizationMember')),
    CONSTRAINT deadline_rules_escalation_role_known CHECK (
        escalation_role IN ('hubStaff', 'hubManager', 'official', 'fundingApprover', 'disburser', 'reviewer', 'organizationMember')),
    CONSTRAINT deadline_rules_certainty_known CHECK (certainty IN ('textRead', 'secondarySource', 'memory', 'design', 'assumed')),
    CONSTRAINT deadline_rules_validity_in_order CHECK (valid_from <= valid_until)
);

COMMENT ON TABLE deadline_rules IS 'How long somebody has for something; of the rules of a kind the one of the smallest area counts, of its versions the highest that is valid';
COMMENT ON COLUMN deadline_rules.moves_on IS 'Whether a last day that is not worked gives way to the next that is; false where the last year''s calendar cannot be known in time';
COMMENT ON COLUMN deadline_rules.remind_before IS 'In working days where the period is, otherwise in days';
COMMENT ON COLUMN deadline_rules.escalate_after IS 'Days after the last day';
COMMENT ON COLUMN deadline_rules.ends_with_case IS 'Whether what waits by this rule is settled when the incubation case ends';
COMMENT ON COLUMN deadline_rules.certainty IS 'How sure the source is: its text was read, a secondary source, memory, a design of this register, an assumption';

-- What is local practice somewhere is a default here, until a place has a rule of its own.
INSERT INTO deadline_rules (
    kind, jurisdiction, version, amount, unit, moves_on, remind_before, escalate_after, owner_role, escalation_role, ends_with_case,
    certainty, source_chinese, source_english) VALUES
    ('supplementNotice', 'nation', 1, 5, 'workingDay', true, 2, 1, 'hubStaff', 'hubManager', true, 'textRead',
     '《行政许可法》第三十二条、第八十二条', 'Administrative Licensing Law, arts. 32 and 82'),
    ('supplement', 'nation', 1, 10, 'workingDay', true, 3, 1, 'organizationMember', 'hubStaff', true, 'design',
     '默认流程：补正材料', 'default process: handing in what was missing'),
    ('incubationReply', 'nation', 1, 5, 'workingDay', true, 2, 1, 'hubStaff', 'hubManager', true, 'secondarySource',
     '深圳市龙华区社会组织孵化做法', 'practice of incubation in Longhua district, Shenzhen'),
    ('publicity', 'nation', 1, 5, 'workingDay', true, 1, 1, 'hubStaff', 'official', true, 'secondarySource',
     '深圳市福田区做法；有的地方为七日', 'practice in Futian district, Shenzhen; some places have seven calendar days'),
    ('reviewRequest', 'nation', 1, 5, 'workingDay', true, 1, 1, 'organizationMember', 'hubStaff', false, 'secondarySource',
     '《社会组织评估管理办法》（2010 年）：公示期内', 'assessment measures of 2010: within the publicity period'),
    ('reviewDecision', 'nation', 1, 15, 'calendarDay', true, 5, 1, 'official', 'official', false, 'secondarySource',
     '《社会组织评估管理办法》（2010 年）', 'assessment measures of 2010'),
    ('certificate', 'nation', 1, 10, 'workingDay', true, 3, 1, 'official', 'official', false, 'textRead',
     '《行政许可法》第四十四条、第八十二条', 'Administrative Licensing Law, arts. 44 and 82'),
    ('creditEntry', 'nation', 1, 5, 'workingDay', true, 2, 1, 'official', 'official', false, 'secondarySource',
     '《社会组织信用信息管理办法》（2018 年）', 'measures on credit information of social organizations, 2018'),
    ('ownersCommitteeFiling', 'nation', 1, 30, 'calendarDay', true, 7, 1, 'organizationMember', 'official', false, 'textRead',
     '《物业管理条例》第十六条', 'Property Management Regulation, art. 16'),
    ('deregistration', 'nation', 1, 15, 'calendarDay', true, 5, 1, 'organizationMember', 'official', false, 'textRead',
     '《社会团体登记管理条例》（2016 年）：清算结束后', 'regulation on social associations, 2016: after the liquidation'),
    ('rectification', 'nation', 1, 30, 'calendarDay', true, 7, 1, 'organizationMember', 'hubStaff', true, 'design',
     '默认流程：整改', 'default process: putting right'),
    ('premisesHandBack', 'nation', 1, 15, 'workingDay', true, 5, 1, 'organizationMember', 'hubManager', false, 'secondarySource',
     '深圳市龙华区社会组织孵化做法：自退出通知起', 'practice of incubation in Longhua district, Shenzhen: from the notice of exit'),
    ('firstPayment', 'nation', 1, 15, 'workingDay', true, 5, 1, 'disburser', 'fundingApprover', false, 'secondarySource',
     '中山市公益创投做法：自签约起', 'practice of venture philanthropy in Zhongshan: from the agreement'),
    ('finalReport', 'nation', 1, 1, 'month', true, 7, 1, 'organizationMember', 'hubStaff', false, 'assumed',
     '广州市资助办法：项目期满后（原文不全，推定为结项报告）', 'funding rule of Guangzhou: after the project period (text cut; presumably the final report)'),
    ('unspentMoney', 'nation', 1, 2, 'year', false, 90, 1, 'official', 'fundingApprover', false, 'secondarySource',
     '广州市资助办法：拨付后未使用的资金收回', 'funding rule of Guangzhou: money not used after payment is taken back');

CREATE TABLE pending_items (
    district          bigint NOT NULL,
    serial            bigint NOT NULL,
    item              bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
    version           bigint NOT NULL DEFAULT 1,
    kind              text NOT NULL,
    rule_jurisdiction text NOT NULL,
    rule_version      bigint NOT NULL,
    calendars         text[] NOT NULL,
    area              text NOT NULL,
    owner_role        text,
    owner_area        text,
    owner_account     bigint,
    starts_on         date NOT NULL,
    remind_on         date NOT NULL,
    due_on            date NOT NULL,
    escalate_on       date NOT NULL,
    state             text NOT NULL DEFAULT 'open',
    opened_at         timestamptz NOT NULL,
    reminded_at       timestamptz,
    escalated_at      timestamptz,
    closed_at         timestamptz,
    CONSTRAINT pending_items_pkey PRIMARY KEY (district, serial, item),
    CONSTRAINT pending_items_organization_fkey FOREIGN KEY (district, serial) REFERENCES organizations (district, serial),
    CONSTRAINT pending_items_rule_fkey
        FOREIGN KEY (kind, rule_jurisdiction, rule_version) REFERENCES deadline_rules (kind, jurisdiction, version),
    CONSTRAINT pending_items_area_fkey FOREIGN KEY (area) REFERENCES areas (code),
    CONSTRAINT pending_items_owner_area_fkey FOREIGN KEY (owner_area) REFERENCES areas (code),
    CONSTRAINT pending_items_owner_account_fkey FOREIGN KEY (owner_account) REFERENCES accounts (account),
    CONSTRAINT pending_items_item_positive CHECK (item > 0),
    CONSTRAINT pending_items_area_in_district CHECK (left(area, 6) = district::text),
    CONSTRAINT pending_items_one_owner
        CHECK ((owner_account IS NULL) = (owner_role IS NOT NULL) AND (owner_role IS NULL) = (owner_area IS NULL)),
    CONSTRAINT pending_items_owner_role_known CHECK (
        owner_role IN ('hubStaff', 'hubManager', 'official', 'fundingApprover', 'disburser', 'reviewer', 'organizationMember')),
    CONSTRAINT pending_items_days_in_order
        CHECK (starts_on <= remind_on AND remind_on <= due_on AND starts_on < due_on AND due_on < escalate_on),
    CONSTRAINT pending_items_state_known CHECK (state IN ('open', 'escalated', 'done', 'cancelled')),
    CONSTRAINT pending_items_escalated_when_so CHECK (state <> 'escalated' OR escalated_at IS NOT NULL),
    CONSTRAINT pending_items_closed_when_ended CHECK ((closed_at IS NOT NULL) = (state IN ('done', 'cancelled')))
);

-- What waits for a role in a district or below, for a role anywhere, for one person, for anybody: the most overdue first.
CREATE INDEX pending_items_district_idx ON pending_items (district, owner_role, due_on, item, owner_area)
    WHERE state IN ('open', 'escalated');
CREATE INDEX pending_items_role_idx ON pending_items (owner_role, due_on, district, item, owner_area)
    WHERE state IN ('open', 'escalated');
CREATE INDEX pending_items_account_idx ON pending_items (owner_account, due_on, district, item) WHERE owner_account IS NOT NULL;
CREATE INDEX pending_items_due_idx ON pending_items (due_on, district, item) WHERE state IN ('open', 'escalated');
CREATE INDEX pending_items_escalated_idx ON pending_items (due_on, district, item) WHERE state = 'escalated';
-- What has to be reminded of or escalated.
CREATE INDEX pending_items_remind_idx ON pending_items (remind_on, district, item) WHERE state = 'open' AND reminded_at IS NULL;
CREATE INDEX pending_items_escalate_idx ON pending_items (escalate_on, district, item) WHERE state = 'open';

COMMENT ON TABLE pending_items IS 'What waits to be done about an organization: one owner and one deadline each';
COMMENT ON COLUMN pending_items.area IS 'The organization''s home when the item was opened, where it escalates to';
COMMENT ON COLUMN pending_items.calendars IS 'The calendars that the days were computed by, as year.version';
COMMENT ON COLUMN pending_items.starts_on IS 'The day from which the period counts; it does not count itself';
COMMENT ON COLUMN pending_items.due_on IS 'The last day, which ends at 24:00 in China';

CREATE TABLE pending_item_steps (
    district      bigint NOT NULL,
    serial        bigint NOT NULL,
    item          bigint NOT NULL,
    step          bigint NOT NULL,
    what          text NOT NULL,
    occurred_at   timestamptz NOT NULL,
    caller        text NOT NULL,
    owner_role    text,
    owner_area    text,
    owner_account bigint,
    reason        text,
    CONSTRAINT pending_item_steps_pkey PRIMARY KEY (district, serial, item, step),
    CONSTRAINT pending_item_steps_item_fkey FOREIGN KEY (district, serial, item) REFERENCES pending_items (district, serial, item),
    CONSTRAINT pending_item_steps_step_positive CHECK (step > 0),
    CONSTRAINT pending_item_steps_what_known CHECK (what IN ('opened', 'reassigned', 'reminded', 'escalated', 'done', 'cancelled')),
    CONSTRAINT pending_item_steps_caller_shape CHECK (caller ~ '^[0-9a-z-]{1,64}$'),
    CONSTRAINT pending_item_steps_one_owner
        CHECK ((owner_account IS NULL) = (owner_role IS NOT NULL) AND (owner_role IS NULL) = (owner_area IS NULL))
);

COMMENT ON TABLE pending_item_steps IS 'What became of an item, and who owned it from then on; a step is the version that the item then had';

-- An item's number has the organization's in it: 320613-42-7.
ALTER TABLE audit_events
    DROP CONSTRAINT audit_events_key_shape,
    ADD CONSTRAINT audit_events_key_shape CHECK (subject_key ~ '^[0-9]{1,20}(-[0-9A-Z]{1,20}){0,2}$');

-- The same as everywhere, but in one expression: the planner takes the usual range of districts for a narrow one, and would rather sort all
-- that waits in the nation than read a page of it in order. Who asks for a district says so in the statement.
ALTER TABLE pending_items ENABLE ROW LEVEL SECURITY;
CREATE POLICY within_scope ON pending_items USING (
    CASE WHEN district BETWEEN (SELECT nullif(current_setting('incubator.district_low', true), '')::bigint)
                           AND (SELECT nullif(current_setting('incubator.district_high', true), '')::bigint)
         THEN ((SELECT coalesce(current_setting('incubator.serial', true), '')) = ''
               OR serial = (SELECT nullif(current_setting('incubator.serial', true), '')::bigint))
              AND ((SELECT coalesce(current_setting('incubator.area_low', true), '')) = ''
                   OR EXISTS (
                       SELECT FROM organizations o
                        WHERE o.district = pending_items.district AND o.serial = pending_items.serial
                          AND o.area >= (SELECT current_setting('incubator.area_low', true))
                          AND o.area < (SELECT current_setting('incubator.area_high', true))))
         ELSE false END);
CALL hold_to_scope('pending_item_steps');

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT, INSERT ON working_calendars, working_calendar_days, pending_item_steps TO incubator_service;
        GRANT SELECT ON deadline_rules TO incubator_service;
        GRANT SELECT, INSERT, UPDATE ON pending_items TO incubator_service;
    END IF;
END
$$;
