package import Postgres

/// Takes the accepted rows of an import over into the directory.
///
/// The statements run in this order in one transaction. What a file leaves empty never erases what is recorded, and the legal status of a
/// recorded organization moves by its own history alone.
package struct ApplyOrganizations: Sendable {
    let job: Int64

    package init(job: Int64) {
        self.job = job
    }

    /// Changes recorded organizations that the file says more or other things of.
    package var change: SQL {
        """
        WITH \(fragment: StagedOrganizations.placed(job: job))
        UPDATE organizations o
           SET version = o.version + 1, name = s.name, english_name = coalesce(s.english_name, o.english_name), folded_name = s.folded_name,
               name_bigrams = s.name_bigrams, category = coalesce(s.category, o.category), legal_form = s.legal_form, area = s.area,
               credit_code = coalesce(s.credit_code, o.credit_code),
               credit_code_override = coalesce(s.credit_code_override, o.credit_code_override),
               filing_number = coalesce(s.filing_number, o.filing_number), founded_on = coalesce(s.founded_on, o.founded_on)
          FROM placed s
         WHERE o.district = s.district AND o.serial = s.known_serial
           AND (o.name, o.english_name, o.category, o.legal_form, o.area, o.credit_code, o.credit_code_override, o.filing_number, o.founded_on)
               IS DISTINCT FROM
               (s.name, coalesce(s.english_name, o.english_name), coalesce(s.category, o.category), s.legal_form, s.area,
                coalesce(s.credit_code, o.credit_code), coalesce(s.credit_code_override, o.credit_code_override),
                coalesce(s.filing_number, o.filing_number), coalesce(s.founded_on, o.founded_on))
        """
    }

    /// Adds organizations that are not recorded yet.
    package var add: SQL {
        """
        WITH \(fragment: StagedOrganizations.placed(job: job))
        INSERT INTO organizations (
            district, serial, name, english_name, folded_name, name_bigrams, category, legal_form, legal_status, legal_status_since, area,
            credit_code, credit_code_override, filing_number, founded_on, source_scheme, source_key)
        SELECT s.district, s.new_serial, s.name, s.english_name, s.folded_name, s.name_bigrams, s.category, s.legal_form, s.legal_status,
               s.legal_status_since, s.area, s.credit_code, s.credit_code_override, s.filing_number, s.founded_on, s.source_scheme, s.source_key
          FROM placed s
         WHERE s.known_serial IS NULL
         ORDER BY s.row_number
        """
    }

    /// What belongs to the organizations, new and old.
    package var details: [SQL] {
        [firstSteps, creditCodes, serviceAreas, classifications, contactHolders, contacts]
    }

    /// Whether any staged row is such. A condition of its own, so that the server answers it once and skips the rest when it is not met.
    private func anyRow(_ condition: SQL) -> SQL {
        """
        (SELECT count(*) > 0
           FROM (SELECT FROM staged_organizations WHERE job = \(job) AND \(fragment: condition) LIMIT 1) AS one)
        """
    }

    private var firstSteps: SQL {
        """
        INSERT INTO legal_status_steps (district, serial, step, status, since)
        SELECT s.district, s.new_serial, 1, s.legal_status, s.legal_status_since
          FROM staged_organizations s
          JOIN organizations o ON o.district = s.district AND o.serial = s.new_serial
         WHERE s.job = \(job)
        """
    }

    /// A code that another organization has claimed since the checks fails with `credit_codes_pkey`. A refused row may repeat the code of
    /// a sound one.
    /// The sum keeps the server, which knows nothing yet of rows added a moment ago, from reading a whole district for every code.
    private var creditCodes: SQL {
        """
        INSERT INTO credit_codes (code, district, serial)
        SELECT DISTINCT o.credit_code, o.district, o.serial
          FROM staged_organizations s
          JOIN organizations o ON o.credit_code = s.credit_code AND o.district + 0 = s.district
         WHERE s.job = \(job) AND s.credit_code IS NOT NULL
           AND NOT EXISTS (
                SELECT
                  FROM credit_codes c
                 WHERE c.code = o.credit_code AND c.district = o.district AND c.serial = o.serial)
        """
    }

    private var serviceAreas: SQL {
        """
        WITH \(fragment: StagedOrganizations.placed(job: job))
        INSERT INTO service_areas (district, serial, area)
        SELECT DISTINCT s.district, s.known_serial, u.area
          FROM placed s, unnest(s.service_areas) AS u (area)
         WHERE \(fragment: anyRow("service_areas IS NOT NULL"))
            ON CONFLICT DO NOTHING
        """
    }

    private var classifications: SQL {
        """
        WITH \(fragment: StagedOrganizations.placed(job: job))
        INSERT INTO organization_classifications (district, serial, scheme, code)
        SELECT DISTINCT s.district, s.known_serial, split_part(u.written, ':', 1), split_part(u.written, ':', 2)
          FROM placed s, unnest(s.classifications) AS u (written)
         WHERE \(fragment: anyRow("classifications IS NOT NULL"))
            ON CONFLICT DO NOTHING
        """
    }

    /// Contacts that are not recorded yet, as rows with the organization and the sealed contact, as `fresh`.
    private var freshContacts: SQL {
        """
        \(fragment: StagedOrganizations.placed(job: job)),
        named AS (
            SELECT s.district, s.known_serial AS serial, s.row_number, v.place, v.kind, v.sealed
              FROM placed s,
                   LATERAL (VALUES (1, 'telephone', s.telephone), (2, 'email', s.email), (3, 'address', s.address)) AS v (place, kind, sealed)
             WHERE \(fragment: anyRow("coalesce(telephone, email, address) IS NOT NULL"))
               AND v.sealed IS NOT NULL),
        hashed AS (
            SELECT n.*, \(fragment: SQL(trusted: PersonHash.of(StagedPerson.token(in: "n.sealed"), in: "n"))) AS hash
              FROM named n),
        fresh AS (
            SELECT DISTINCT ON (h.district, h.serial, h.hash) h.*
              FROM hashed h
             WHERE NOT EXISTS (
                    SELECT
                      FROM organization_contacts c
                     WHERE c.district = h.district AND c.serial = h.serial AND c.value_hash = h.hash)
             ORDER BY h.district, h.serial, h.hash, h.row_number)
        """
    }

    /// Somebody without a name for each contact, whom it reaches.
    private var contactHolders: SQL {
        """
        WITH \(fragment: freshContacts)
        INSERT INTO people (district, serial, hash, wrapped_key)
        SELECT f.district, f.serial, f.hash, \(fragment: SQL(trusted: StagedPerson.wrappedKey(in: "f.sealed")))
          FROM fresh f
            ON CONFLICT (district, serial, hash) DO NOTHING
        """
    }

    private var contacts: SQL {
        """
        WITH \(fragment: freshContacts)
        INSERT INTO organization_contacts (district, serial, contact, kind, person, value, value_hash)
        SELECT f.district, f.serial,
               row_number() OVER (PARTITION BY f.district, f.serial ORDER BY f.row_number, f.place)
               + coalesce((
                    SELECT max(c.contact)
                      FROM organization_contacts c
                     WHERE c.district = f.district AND c.serial = f.serial), 0),
               f.kind, p.person, \(fragment: SQL(trusted: StagedPerson.sealed(in: "f.sealed"))), f.hash
          FROM fresh f
          -- With the key that the contact was sealed under: a holder who was known before keeps another.
          JOIN people p
            ON p.district = f.district AND p.serial = f.serial AND p.hash = f.hash
           AND p.wrapped_key = \(fragment: SQL(trusted: StagedPerson.wrappedKey(in: "f.sealed")))
        """
    }
}
