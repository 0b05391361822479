-- The stage of a case is its newest step.
SELECT c.district, c.serial, c.stage, s.stage AS newest_step
  FROM incubation_cases c
  LEFT JOIN LATERAL (
        SELECT stage
          FROM case_steps
         WHERE district = c.district AND serial = c.serial
         ORDER BY step DESC
         LIMIT 1) s ON true
 WHERE c.stage IS DISTINCT FROM s.stage;
