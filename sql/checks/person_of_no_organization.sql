-- Every person belongs to an organization.
SELECT p.district, p.serial, p.person
  FROM people p
  LEFT JOIN organizations o ON o.district = p.district AND o.serial = p.serial
 WHERE o.serial IS NULL;
