-- Incubation cases, the table of moves between stages, and mentors.
--
-- The moves are data, so that the process shown to an applicant and the one that runs cannot differ.
-- Locks:  none that matter; the tables are new.
-- Undo:   drop the tables.

CREATE TABLE case_moves (
    from_stage     text NOT NULL,
    to_stage       text NOT NULL,
    source_chinese text NOT NULL,
    source_english text NOT NULL,
    CONSTRAINT case_moves_pkey PRIMARY KEY (from_stage, to_stage),
    CONSTRAINT case_moves_from_known CHECK (from_stage IN ('opened', 'admitted', 'incubating', 'graduated', 'exited')),
    CONSTRAINT case_moves_to_known CHECK (to_stage IN ('opened', 'admitted', 'incubating', 'graduated', 'exited')),
    CONSTRAINT case_moves_forward CHECK (from_stage <> to_stage)
);

INSERT INTO case_moves (from_stage, to_stage, source_chinese, source_english) VALUES
    ('opened', 'admitted', '默认流程：入壳', 'default process: admission'),
    ('opened', 'exited', '默认流程：未获入壳或申请人撤回', 'default process: not admitted, or withdrawn by the applicant'),
    ('admitted', 'incubating', '默认流程：孵化开始', 'default process: incubation begins'),
    ('admitted', 'exited', '默认流程：退出', 'default process: exit'),
    ('incubating', 'graduated', '默认流程：出壳', 'default process: graduation'),
    ('incubating', 'exited', '默认流程：退出', 'default process: exit');

CREATE TABLE incubation_cases (
    district bigint NOT NULL,
    serial   bigint NOT NULL,
    version  bigint NOT NULL DEFAULT 1,
    stage    text NOT NULL,
    CONSTRAINT incubation_cases_pkey PRIMARY KEY (district, serial),
    CONSTRAINT incubation_cases_organization_fkey FOREIGN KEY (district, serial) REFERENCES organizations (district, serial),
    CONSTRAINT incubation_cases_stage_known CHECK (stage IN ('opened', 'admitted', 'incubating', 'graduated', 'exited'))
);

CREATE INDEX incubation_cases_stage_idx ON incubation_cases (district, stage);

CREATE TABLE case_steps (
    district    bigint NOT NULL,
    serial      bigint NOT NULL,
    step        integer NOT NULL,
    stage       text NOT NULL,
    entered_on  date NOT NULL,
    reason      text,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT case_steps_pkey PRIMARY KEY (district, serial, step),
    CONSTRAINT case_steps_case_fkey FOREIGN KEY (district, serial) REFERENCES incubation_cases (district, serial),
    CONSTRAINT case_steps_stage_known CHECK (stage IN ('opened', 'admitted', 'incubating', 'graduated', 'exited')),
    CONSTRAINT case_steps_step_positive CHECK (step > 0)
);

CREATE TABLE mentor_assignments (
    district    bigint NOT NULL,
    serial      bigint NOT NULL,
    mentor_name text NOT NULL,
    from_day    date NOT NULL,
    until_day   date,
    recorded_on date NOT NULL,
    CONSTRAINT mentor_assignments_pkey PRIMARY KEY (district, serial, mentor_name, from_day),
    CONSTRAINT mentor_assignments_organization_fkey FOREIGN KEY (district, serial) REFERENCES organizations (district, serial),
    CONSTRAINT mentor_assignments_in_order CHECK (from_day <= until_day),
    CONSTRAINT mentor_assignments_mentor_not_blank CHECK (btrim(mentor_name) <> '')
);
