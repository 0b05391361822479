-- A flag that somebody works on stands as its history left it: as many versions as steps, the owner who was given it last, and cleared only by a run.
SELECT f.district, f.serial, f.code, f.raised_on, f.state, f.version, s.steps
  FROM handled_flags f
  JOIN LATERAL (
        SELECT count(*) AS steps, count(*) FILTER (WHERE act = 'clear') AS cleared, count(*) FILTER (WHERE act = 'confirm') AS confirmed,
               (array_agg(owner ORDER BY step DESC) FILTER (WHERE act IN ('assign', 'escalate')))[1] AS owner,
               (array_agg(act ORDER BY step DESC) FILTER (WHERE act NOT IN ('confirm', 'clear')))[1] AS act
          FROM handled_flag_steps
         WHERE district = f.district AND serial = f.serial AND code = f.code AND raised_on = f.raised_on) s ON true
 WHERE s.steps <> f.version
    OR s.owner IS DISTINCT FROM f.owner
    OR (s.cleared = 0) <> (f.cleared_on IS NULL)
    OR (s.confirmed = 0) <> (f.consequence IS NULL)
    OR f.state <> CASE s.act
        WHEN 'assign' THEN 'assigned' WHEN 'answer' THEN 'answered' WHEN 'escalate' THEN 'escalated' WHEN 'resolve' THEN 'resolved'
        ELSE 'open' END;
