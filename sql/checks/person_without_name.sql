-- Whoever holds a post or mentors has a name under a key, unless erased.
SELECT p.district, p.serial, p.person
  FROM people p
 WHERE p.state IN ('active', 'restricted')
   AND p.name IS NULL
   AND (EXISTS (SELECT FROM leadership_posts l WHERE l.district = p.district AND l.serial = p.serial AND l.person = p.person)
        OR EXISTS (SELECT FROM mentor_assignments m WHERE m.district = p.district AND m.serial = p.serial AND m.person = p.person));
