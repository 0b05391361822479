-- No name or contact stands in plain text, waiting to be sealed.
SELECT p.district, p.serial, p.person
  FROM people p
 WHERE p.state = 'unsealed'
 UNION ALL
SELECT s.district, s.serial, s.person
  FROM people_to_seal s;
