-- Whoever was erased cannot be reached: no contact is left that only the destroyed key could open.
SELECT c.district, c.serial, c.contact, c.person
  FROM organization_contacts c
  JOIN people p ON p.district = c.district AND p.serial = c.serial AND p.person = c.person
 WHERE p.wrapped_key IS NULL;
