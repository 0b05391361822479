-- What waits for a role waits where the organization lies.
SELECT i.district, i.serial, i.item, i.area, i.owner_area, o.area AS home
  FROM pending_items i
  JOIN organizations o ON o.district = i.district AND o.serial = i.serial
 WHERE i.state IN ('open', 'escalated')
   AND (i.area <> o.area
        OR NOT (o.area = i.owner_area OR (starts_with(o.area, i.owner_area) AND strpos(i.owner_area, '-') = 0)));
