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
        [firstSteps, creditCodes, serviceAreas, classifications, contacts]
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

    private var contacts: SQL {
        """
        WITH \(fragment: StagedOrganizations.placed(job: job))
        INSERT INTO organization_contacts (district, serial, contact, kind, value)
        SELECT s.district, s.known_serial,
               row_number() OVER (PARTITION BY s.district, s.known_serial ORDER BY v.kind DESC, v.value)
               + coalesce((
                    SELECT max(c.contact)
                      FROM organization_contacts c
                     WHERE c.district = s.district AND c.serial = s.known_serial), 0),
               v.kind, v.value
          FROM placed s,
               LATERAL (VALUES ('telephone', s.telephone), ('email', s.email), ('address', s.address)) AS v (kind, value)
         WHERE \(fragment: anyRow("coalesce(telephone, email, address) IS NOT NULL"))
           AND v.value IS NOT NULL
           AND NOT EXISTS (
                SELECT
                  FROM organization_contacts c
                 WHERE c.district = s.district AND c.serial = s.known_serial AND c.kind = v.kind AND c.value = v.value)
        """
    }
}
