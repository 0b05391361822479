-- The legal status in the directory is the newest step of the organization's history.
SELECT o.district, o.serial, o.legal_status, s.status AS newest_step
  FROM organizations o
  LEFT JOIN LATERAL (
        SELECT status
          FROM legal_status_steps
         WHERE district = o.district AND serial = o.serial
         ORDER BY step DESC
         LIMIT 1) s ON true
 WHERE o.legal_status IS DISTINCT FROM s.status;
