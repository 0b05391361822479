-- Every credit code in the directory is claimed for that organization.
SELECT o.district, o.serial, o.credit_code
  FROM organizations o
 WHERE o.credit_code IS NOT NULL
   AND NOT EXISTS (
        SELECT FROM credit_codes c WHERE c.code = o.credit_code AND c.district = o.district AND c.serial = o.serial);
