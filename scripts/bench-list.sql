\set serial random(1, :highest)
\startpipeline
BEGIN;
SELECT set_config('incubator.caller', 'client', true);
SELECT district, serial, version, name, english_name, category, legal_form, legal_status, legal_status_since, area, credit_code
  FROM organizations
 WHERE (district, serial) > (320613, :serial)
 ORDER BY district, serial
 LIMIT 50;
COMMIT;
\endpipeline
