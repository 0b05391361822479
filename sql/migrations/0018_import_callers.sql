-- An import belongs to whoever began it, so that a hub's manager can take tables over for the contract's area: a person sees and goes on with
-- their own, and whoever may reach the whole register sees all.
-- Locks:  ACCESS EXCLUSIVE on import_jobs for a moment; the column has a constant default.
-- Undo:   put the policies back, make the index anew without the column, drop the column.

ALTER TABLE import_jobs ADD COLUMN caller text NOT NULL DEFAULT 'local-operator';
COMMENT ON COLUMN import_jobs.caller IS 'Who began it, by the name in audit events';

DROP INDEX import_jobs_unfinished;
CREATE UNIQUE INDEX import_jobs_unfinished ON import_jobs (caller, kind, file_fingerprint, mapping_hash, skip_bad_rows, rehearsal)
    WHERE state = 'staging';

CREATE POLICY own ON import_jobs USING (caller = (SELECT current_setting('incubator.caller', true)));
-- Which jobs are seen, the policies of their table say.
CREATE POLICY of_own_import ON import_findings USING (EXISTS (SELECT FROM import_jobs j WHERE j.job = import_findings.job));
