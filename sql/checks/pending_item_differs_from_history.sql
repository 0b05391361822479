-- An item stands as its newest step left it: the same owner, the same state, as many versions as steps.
SELECT i.district, i.serial, i.item, i.state, i.version, s.what, s.step
  FROM pending_items i
  LEFT JOIN LATERAL (
        SELECT what, step, owner_role, owner_area, owner_account
          FROM pending_item_steps
         WHERE district = i.district AND serial = i.serial AND item = i.item
         ORDER BY step DESC
         LIMIT 1) s ON true
 WHERE s.step IS DISTINCT FROM i.version
    OR (i.owner_role, i.owner_area, i.owner_account) IS DISTINCT FROM (s.owner_role, s.owner_area, s.owner_account)
    OR (i.state IN ('done', 'cancelled') AND s.what <> i.state)
    OR (i.state IN ('open', 'escalated') AND s.what IN ('done', 'cancelled'))
    OR (i.state = 'open' AND s.what = 'escalated');
