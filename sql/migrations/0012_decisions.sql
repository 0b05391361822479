-- Decisions on a case that take more than one person, and who has which duty in a case.
--
-- Whoever recommends does not review, whoever reviews does not approve, and so on to paying out and verifying: in one case a person has
-- one duty, for good. The keys below hold that, whichever way a decision comes in.
-- Locks:  ACCESS EXCLUSIVE on case_moves for a moment; the other tables are new.
-- Undo:   drop the tables and the column.

ALTER TABLE case_moves ADD COLUMN decision_steps integer NOT NULL DEFAULT 0;
ALTER TABLE case_moves ADD CONSTRAINT case_moves_steps_possible CHECK (decision_steps IN (0, 2, 3)) NOT VALID;
ALTER TABLE case_moves VALIDATE CONSTRAINT case_moves_steps_possible;
COMMENT ON COLUMN case_moves.decision_steps IS
    'How many people the move takes: 0 for whoever keeps the file, 2 to recommend and approve, 3 with a review between';

UPDATE case_moves
   SET decision_steps = 3,
       source_chinese = '默认流程：出壳须经推荐、评审、主管部门确认，三人分任',
       source_english = 'default process: graduation is recommended, reviewed and approved by three people'
 WHERE from_stage = 'incubating' AND to_stage = 'graduated';

-- Before somebody reviews or approves: whether they have an interest in the organization (Government Procurement Law, article 12).
CREATE TABLE case_declarations (
    district     bigint NOT NULL,
    serial       bigint NOT NULL,
    caller       text NOT NULL,
    has_interest boolean NOT NULL,
    declared_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT case_declarations_pkey PRIMARY KEY (district, serial, caller),
    CONSTRAINT case_declarations_case_fkey FOREIGN KEY (district, serial) REFERENCES incubation_cases (district, serial),
    CONSTRAINT case_declarations_caller_shape CHECK (caller ~ '^[0-9a-z-]{1,64}$')
);

-- The key gives each person one duty in a case.
CREATE TABLE case_duties (
    district bigint NOT NULL,
    serial   bigint NOT NULL,
    caller   text NOT NULL,
    duty     text NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT case_duties_pkey PRIMARY KEY (district, serial, caller),
    CONSTRAINT case_duties_named UNIQUE (district, serial, caller, duty),
    CONSTRAINT case_duties_case_fkey FOREIGN KEY (district, serial) REFERENCES incubation_cases (district, serial),
    CONSTRAINT case_duties_duty_known CHECK (duty IN ('recommend', 'review', 'approve', 'disburse', 'verify'))
);

CREATE TABLE case_decisions (
    district         bigint NOT NULL,
    serial           bigint NOT NULL,
    decision         integer NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    to_stage         text NOT NULL,
    state            text NOT NULL,
    recommended_by   text NOT NULL,
    recommended_on   date NOT NULL,
    recommendation   text NOT NULL,
    reviewed_by      text,
    reviewed_on      date,
    review           text,
    is_endorsed      boolean,
    decided_by       text,
    decided_on       date,
    reason           text,
    recommend_duty   text NOT NULL GENERATED ALWAYS AS ('recommend') STORED,
    review_duty      text NOT NULL GENERATED ALWAYS AS ('review') STORED,
    approve_duty     text NOT NULL GENERATED ALWAYS AS ('approve') STORED,
    CONSTRAINT case_decisions_pkey PRIMARY KEY (district, serial, decision),
    CONSTRAINT case_decisions_case_fkey FOREIGN KEY (district, serial) REFERENCES incubation_cases (district, serial),
    CONSTRAINT case_decisions_recommender_fkey FOREIGN KEY (district, serial, recommended_by, recommend_duty)
        REFERENCES case_duties (district, serial, caller, duty),
    CONSTRAINT case_decisions_reviewer_fkey FOREIGN KEY (district, serial, reviewed_by, review_duty)
        REFERENCES case_duties (district, serial, caller, duty),
    CONSTRAINT case_decisions_approver_fkey FOREIGN KEY (district, serial, decided_by, approve_duty)
        REFERENCES case_duties (district, serial, caller, duty),
    CONSTRAINT case_decisions_four_eyes CHECK (
        reviewed_by <> recommended_by AND decided_by <> recommended_by AND decided_by <> reviewed_by),
    CONSTRAINT case_decisions_state_known CHECK (state IN ('recommended', 'reviewed', 'approved', 'returned')),
    CONSTRAINT case_decisions_stage_known CHECK (to_stage IN ('opened', 'admitted', 'incubating', 'graduated', 'exited')),
    CONSTRAINT case_decisions_review_whole CHECK (num_nonnulls(reviewed_by, reviewed_on, review, is_endorsed) IN (0, 4)),
    CONSTRAINT case_decisions_decided_whole CHECK (
        CASE WHEN state IN ('approved', 'returned') THEN num_nonnulls(decided_by, decided_on, reason) = 3
             ELSE num_nulls(decided_by, decided_on, reason) = 3 END),
    CONSTRAINT case_decisions_reviewed_when_said CHECK (state <> 'reviewed' OR reviewed_by IS NOT NULL)
);

CREATE UNIQUE INDEX case_decisions_one_pending ON case_decisions (district, serial) WHERE state IN ('recommended', 'reviewed');

CREATE INDEX case_decisions_recommender_idx ON case_decisions (district, serial, recommended_by, recommend_duty);
CREATE INDEX case_decisions_reviewer_idx ON case_decisions (district, serial, reviewed_by, review_duty);
CREATE INDEX case_decisions_approver_idx ON case_decisions (district, serial, decided_by, approve_duty);

CALL hold_to_scope('case_declarations');
CALL hold_to_scope('case_duties');
CALL hold_to_scope('case_decisions');

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT, INSERT ON case_declarations, case_duties TO incubator_service;
        GRANT SELECT, INSERT, UPDATE ON case_decisions TO incubator_service;
    END IF;
END
$$;
