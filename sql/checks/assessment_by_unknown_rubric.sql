-- Whatever was found can be read again: the rubric of its run is kept.
SELECT r.run, r.rubric, r.rubric_hash
  FROM assessment_runs r
 WHERE r.run IN (SELECT DISTINCT run FROM assessments WHERE findings IS NOT NULL)
   AND NOT EXISTS (SELECT FROM rubric_versions v WHERE v.hash = r.rubric_hash);
