-- No person is kept whom no post, mentor or contact names; erased people are numbers only, and stay.
SELECT p.district, p.serial, p.person
  FROM people p
 WHERE p.state <> 'erased'
   AND NOT EXISTS (SELECT FROM leadership_posts l WHERE l.district = p.district AND l.serial = p.serial AND l.person = p.person)
   AND NOT EXISTS (SELECT FROM mentor_assignments m WHERE m.district = p.district AND m.serial = p.serial AND m.person = p.person)
   AND NOT EXISTS (SELECT FROM organization_contacts c WHERE c.district = p.district AND c.serial = p.serial AND c.person = p.person);
