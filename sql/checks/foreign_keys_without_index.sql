-- A foreign key whose columns no index begins with makes every change of the other table scan this one.
SELECT c.conrelid::regclass AS table_name, c.conname AS foreign_key
  FROM pg_constraint c
 WHERE c.contype = 'f'
   AND c.connamespace = 'public'::regnamespace
   AND NOT EXISTS (
        SELECT
          FROM pg_index i
         WHERE i.indrelid = c.conrelid
           AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey
           AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] <@ c.conkey)
   -- Small tables that never shrink, and pointers into reference data that is never deleted.
   AND c.confrelid NOT IN ('areas'::regclass, 'assessment_runs'::regclass, 'deadline_rules'::regclass);
