-- Constraints are told apart by their names, so every name says its table.
SELECT c.conrelid::regclass AS table_name, c.conname AS constraint_name
  FROM pg_constraint c
 WHERE c.connamespace = 'public'::regnamespace
   AND c.conrelid <> 0
   AND NOT starts_with(c.conname, (SELECT relname FROM pg_class WHERE oid = c.conrelid));
