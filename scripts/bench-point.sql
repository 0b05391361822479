\set serial random(1, :highest)
\startpipeline
BEGIN;
SELECT set_config('incubator.caller', 'client', true);
SELECT district, serial, version, name, english_name, category, legal_form, legal_status, legal_status_since, area, credit_code
  FROM organizations
 WHERE district = 320613 AND serial = :serial;
COMMIT;
\endpipeline
