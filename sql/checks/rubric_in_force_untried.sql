-- No rubric was put in force before it was tried to the end.
SELECT a.activation, a.rubric_hash, a.trial
  FROM rubric_activations a
  JOIN rubric_trials t ON t.trial = a.trial
 WHERE t.finished_at IS NULL;
