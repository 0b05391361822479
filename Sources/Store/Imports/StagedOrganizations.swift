package import Postgres
import Values

/// The staging table of organizations.
package enum StagedOrganizations {
    /// Takes rows in the order of these columns.
    package static let copy: SQL = """
        COPY staged_organizations (
            job, row_number, district, name, english_name, folded_name, name_bigrams, category, legal_form, legal_status, legal_status_since,
            area, credit_code, credit_code_override, filing_number, founded_on, source_scheme, source_key, service_areas, classifications,
            telephone, email, address)
        FROM STDIN
        """

    /// Rows of a job without an error so far, as `placed`, with the serial number of the recorded organization that each is, as
    /// `known_serial`: found by the key of its source, or else by its credit code, or else, for rows without any key, by being the same in
    /// all that identifies. It is NULL for a new organization.
    ///
    /// Each way is a search in an index: rows that were just staged have no statistics, and a join of two sets of them might be planned
    /// for a handful.
    static func placed(job: Int64) -> SQL {
        """
        placed AS (
            SELECT s.*, coalesce(k.serial, c.serial, n.serial) AS known_serial
              FROM staged_organizations s
              LEFT JOIN organizations k
                ON k.district = s.district AND k.source_scheme = s.source_scheme AND k.source_key = s.source_key
              LEFT JOIN credit_codes c ON c.code = s.credit_code AND c.district = s.district AND s.source_key IS NULL
              LEFT JOIN LATERAL (
                    SELECT o.serial
                      FROM organizations o
                     WHERE s.source_key IS NULL AND s.credit_code IS NULL
                       AND o.folded_name = s.folded_name AND o.area = s.area AND o.name = s.name
                       AND o.source_key IS NULL AND o.credit_code IS NULL
                       AND o.legal_form = s.legal_form AND o.filing_number IS NOT DISTINCT FROM s.filing_number
                     ORDER BY o.serial
                     LIMIT 1) n ON true
             WHERE s.job = \(job)
               AND NOT EXISTS (
                    SELECT
                      FROM import_findings f
                     WHERE f.job = s.job AND f.row_number = s.row_number AND f.severity = 'error'))
        """
    }
}

/// What is looked for in staged organizations once all are there.
package enum OrganizationCheck: String, CaseIterable, Sendable {
    case areaUnknown = "area-unknown"
    case areaRetired = "area-retired"
    case creditCodeTwice = "credit-code-twice"
    case creditCodeTaken = "credit-code-taken"
    case sourceKeyTwice = "source-key-twice"
    case sourceKeyElsewhere = "source-key-elsewhere"
    case possibleDuplicate = "possible-duplicate"
    case sameNameTwice = "same-name-twice"
    case nearDuplicate = "near-duplicate"
    case serviceAreaUnknown = "service-area-unknown"
    case classificationUnknown = "classification-unknown"

    /// Rows that the check finds: row number, value, and what the value meets elsewhere.
    func query(job: Int64, today: Day) -> SQL {
        switch self {
        case .areaUnknown:
            """
            SELECT s.row_number, s.area, NULL::text
              FROM staged_organizations s
             WHERE s.job = \(job) AND NOT EXISTS (SELECT FROM areas a WHERE a.code = s.area)
            """
        case .areaRetired:
            """
            SELECT s.row_number, s.area, coalesce(a.successor, '')
              FROM staged_organizations s
              JOIN areas a ON a.code = s.area
             WHERE s.job = \(job) AND a.valid_until < \(today)
            """
        case .creditCodeTwice: Self.twice("s.credit_code", job: job)
        case .sourceKeyTwice: Self.twice("s.source_scheme || ' ' || s.source_key", job: job)
        case .sameNameTwice:
            """
            SELECT t.row_number, t.name, t.first_row::text
              FROM (SELECT s.row_number, s.name,
                           min(s.row_number) OVER (PARTITION BY s.folded_name, s.area) AS first_row
                      FROM staged_organizations s
                     WHERE s.job = \(job) AND s.source_key IS NULL AND s.credit_code IS NULL) t
             WHERE t.row_number > t.first_row
            """
        case .creditCodeTaken, .sourceKeyElsewhere: againstRegister(job: job)
        case .possibleDuplicate, .nearDuplicate: sameName(job: job)
        case .serviceAreaUnknown:
            """
            SELECT s.row_number, u.area, NULL::text
              FROM staged_organizations s, unnest(s.service_areas) AS u (area)
             WHERE s.job = \(job) AND NOT EXISTS (SELECT FROM areas a WHERE a.code = u.area)
            """
        case .classificationUnknown:
            """
            SELECT s.row_number, u.written, NULL::text
              FROM staged_organizations s, unnest(s.classifications) AS u (written)
             WHERE s.job = \(job)
               AND NOT EXISTS (SELECT FROM classification_codes c WHERE c.scheme || ':' || c.code = u.written)
            """
        }
    }

    /// Rows behind the first that holds the same value.
    private static func twice(_ expression: SQL, job: Int64) -> SQL {
        """
        SELECT t.row_number, t.value, t.first_row::text
          FROM (SELECT s.row_number, \(fragment: expression) AS value, min(s.row_number) OVER (PARTITION BY \(fragment: expression)) AS first_row
                  FROM staged_organizations s
                 WHERE s.job = \(job) AND \(fragment: expression) IS NOT NULL) t
         WHERE t.row_number > t.first_row
        """
    }

    private func againstRegister(job: Int64) -> SQL {
        if self == .sourceKeyElsewhere {
            return """
                SELECT s.row_number, s.source_key, o.district || '-' || o.serial
                  FROM staged_organizations s
                  JOIN organizations o
                    ON o.source_scheme = s.source_scheme AND o.source_key = s.source_key AND o.district <> s.district
                 WHERE s.job = \(job)
                """
        }
        return """
            SELECT s.row_number, s.credit_code, c.district || '-' || c.serial
              FROM staged_organizations s
              JOIN credit_codes c ON c.code = s.credit_code
             WHERE s.job = \(job)
               AND (s.source_key IS NOT NULL OR c.district <> s.district)
               AND NOT EXISTS (
                    SELECT
                      FROM organizations o
                     WHERE o.district = c.district AND o.serial = c.serial AND o.district = s.district
                       AND o.source_scheme = s.source_scheme AND o.source_key = s.source_key)
            """
    }

    /// A row without a key that is nearly a recorded organization must be told apart by a person; one with a key is only worth a look.
    private func sameName(job: Int64) -> SQL {
        let keyless: SQL =
            self == .possibleDuplicate
            ? """
            s.source_key IS NULL AND s.credit_code IS NULL
            AND NOT (o.name = s.name AND o.source_key IS NULL AND o.credit_code IS NULL AND o.legal_form = s.legal_form
                     AND o.filing_number IS NOT DISTINCT FROM s.filing_number)
            """
            : """
            (s.source_key IS NOT NULL AND (o.source_scheme, o.source_key) IS DISTINCT FROM (s.source_scheme, s.source_key)
             OR s.source_key IS NULL AND s.credit_code IS NOT NULL AND o.credit_code IS DISTINCT FROM s.credit_code)
            """
        return """
            SELECT s.row_number, s.name, min(o.district || '-' || o.serial)
              FROM staged_organizations s
              JOIN organizations o ON o.folded_name = s.folded_name AND o.area = s.area
             WHERE s.job = \(job) AND \(fragment: keyless)
             GROUP BY s.row_number, s.name
            """
    }
}
