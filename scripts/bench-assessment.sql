-- Fills an empty, migrated register with invented organizations and eight years of their accounts: psql -v rows=1000000 -f scripts/bench-assessment.sql
-- The same number gives the same register. Districts are those of the list of areas, so that cohorts have the size of a district's.
SET synchronous_commit = off;
SET session_replication_role = replica;

CREATE TEMPORARY TABLE districts AS
SELECT code, row_number() OVER (ORDER BY code) - 1 AS place
  FROM areas
 WHERE level = 'county';

INSERT INTO organizations (district, serial, name, folded_name, name_bigrams, legal_form, legal_status, legal_status_since, area, founded_on)
SELECT d.code::bigint, n, '组织' || n, '组织' || n, '{}', (ARRAY['unincorporated', 'unincorporated', 'socialServiceInstitution'])[1 + n % 3],
       (ARRAY['filed', 'filed', 'registered'])[1 + n % 3], date '2005-01-01' + (n % 3650)::integer, d.code,
       date '2005-01-01' + (n % 3650)::integer
  FROM generate_series(1, :rows) n
  JOIN districts d ON d.place = (n - 1) * (SELECT count(*) FROM districts) / :rows
 ORDER BY 1, 2;

INSERT INTO legal_status_steps (district, serial, step, status, since)
SELECT district, serial, 1, legal_status, legal_status_since FROM organizations ORDER BY 1, 2;

-- Income follows a walk of its own for every organization, some years are missing, a few come late and a few are corrected.
INSERT INTO yearly_accounts (
    district, serial, period_end, received_on, currency, income, income_government, income_purchased_services, income_donations,
    income_membership_fees, income_own_services, income_other, spending, administrative_spending, assets, cash, liabilities, net_assets, members)
SELECT o.district, o.serial, make_date(y, 12, 31), make_date(y + 1, 3, 1) + abs(h1 % 400)::integer, 'CNY',
       income, income * (h2 & 63) / 128, income * (h2 >> 6 & 31) / 128, income * (h2 >> 11 & 15) / 128, income * (h2 >> 15 & 7) / 128,
       income * (h2 >> 18 & 7) / 128, income / 128,
       income * (900 + (h1 >> 20 & 255)) / 1000, income * (h1 >> 28 & 127) / 1000, income * (h1 >> 35 & 1023) / 500,
       income * (h1 >> 35 & 511) / 600, income * (h1 >> 45 & 255) / 900, income * ((h1 >> 35 & 1023) * 9 - (h1 >> 45 & 255) * 5) / 4500,
       10 + (h1 >> 50 & 127)
  FROM organizations o
 CROSS JOIN generate_series(2015, 2022) y
 CROSS JOIN LATERAL (
        SELECT hashint8extended(o.serial, y) AS h1, hashint8extended(o.serial, 7) AS h2,
               10000000 + abs(hashint8extended(o.serial, 1) % 90000000) + (y - 2015) * (hashint8extended(o.serial, 2) % 4000000)
               + hashint8extended(o.serial, y + 100) % 3000000 AS walk) w
 CROSS JOIN LATERAL (SELECT greatest(walk, 0) AS income) i
 WHERE h1 & 15 <> 0
 ORDER BY 1, 2, 3;
RESET session_replication_role;
VACUUM ANALYZE;
