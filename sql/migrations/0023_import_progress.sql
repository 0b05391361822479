-- How far an import has come that goes on while nobody waits for it, and how its columns were chosen, so that one that was cut short can be
-- gone on with.
--
-- A table of its own: the row of the job itself is locked while its last transaction runs, which may be long.
-- Locks:  none that matter; the table is new.
-- Undo:   drop the table; imports can be gone on with as before.

CREATE TABLE import_progress (
    job             bigint NOT NULL,
    phase           text NOT NULL,
    columns         text[] NOT NULL,
    headers         text[] NOT NULL,
    bytes_read      bigint NOT NULL DEFAULT 0,
    bytes_all       bigint NOT NULL,
    rows_read       bigint NOT NULL DEFAULT 0,
    rows_all        bigint,
    stopped_chinese text,
    stopped_english text,
    told_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT import_progress_pkey PRIMARY KEY (job),
    CONSTRAINT import_progress_job_fkey FOREIGN KEY (job) REFERENCES import_jobs (job) ON DELETE CASCADE,
    CONSTRAINT import_progress_phase_known CHECK (phase IN ('waiting', 'reading', 'checking', 'applying', 'stopped')),
    CONSTRAINT import_progress_columns_paired CHECK (cardinality(columns) = cardinality(headers)),
    CONSTRAINT import_progress_counts_possible CHECK (bytes_read >= 0 AND bytes_all >= 0 AND rows_read >= 0 AND rows_all >= 0),
    CONSTRAINT import_progress_stopped_for CHECK (
        (stopped_chinese IS NULL) = (stopped_english IS NULL) AND (stopped_chinese IS NULL OR phase = 'stopped'))
);

COMMENT ON COLUMN import_progress.columns IS 'The columns of the register that are read from the file, each from the header at the same place; empty where a mapping file says it';
COMMENT ON COLUMN import_progress.rows_all IS 'Rows of the file; null where nobody has counted them';
COMMENT ON COLUMN import_progress.told_at IS 'When whoever does the import was last heard of';

CREATE INDEX import_jobs_caller_idx ON import_jobs (caller, job);

ALTER TABLE import_progress ENABLE ROW LEVEL SECURITY;
-- Which jobs are seen, the policies of their table say.
CREATE POLICY of_own_import ON import_progress USING (EXISTS (SELECT FROM import_jobs j WHERE j.job = import_progress.job));

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'incubator_service') THEN
        GRANT SELECT, INSERT, UPDATE ON import_progress TO incubator_service;
    END IF;
END
$$;
