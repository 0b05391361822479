-- A finished run has nothing left to do, and as many assessments as it counts.
SELECT r.run, r.as_of, r.organizations, coalesce(s.assessments, 0) AS assessments
  FROM assessment_runs r
  LEFT JOIN (SELECT run, count(*) AS assessments FROM assessments GROUP BY run) s ON s.run = r.run
 WHERE r.finished_at IS NOT NULL
   AND (r.organizations <> coalesce(s.assessments, 0)
        OR EXISTS (SELECT FROM assessment_parts p WHERE p.run = r.run AND p.organizations IS NULL));
