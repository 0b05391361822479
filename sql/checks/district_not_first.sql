-- Keys of district data begin with the district, so that the register can be split by it.
SELECT c.conrelid::regclass AS table_name, c.conname AS constraint_name
  FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attname = 'district'
 WHERE c.contype IN ('p', 'u', 'f')
   AND c.connamespace = 'public'::regnamespace
   AND c.conkey[1] <> a.attnum
   -- A credit code is unique in the nation; staged rows belong to a job; pointers to areas, runs and contracts lead to what all districts share.
   AND c.conname NOT IN ('credit_codes_pkey', 'staged_organizations_pkey')
   AND NOT (c.contype = 'f' AND c.confrelid IN (
        'accounts'::regclass, 'areas'::regclass, 'assessment_runs'::regclass, 'calibrations'::regclass, 'classification_codes'::regclass,
        'deadline_rules'::regclass, 'hub_contracts'::regclass, 'rubric_trials'::regclass));
