package import Postgres

/// The staging table of every kind of row but organizations.
package enum StagedRecords {
    /// Takes rows in the order of these columns.
    package static let copy: SQL = """
        COPY staged_records (
            job, row_number, part, organization, credit_code, filing_number, source_scheme, source_key, fields, person)
        FROM STDIN
        """

    /// Staged rows with the organizations that they may mean, as `named`.
    ///
    /// A row names its organization in one way, so no pair comes twice. Each way is a search in an index: rows that were just staged have
    /// no statistics, and a join of two sets of them might be planned for a handful.
    static func named(job: Int64) -> SQL {
        """
        named AS (
            SELECT s.row_number, s.part, o.district, o.serial, s.fields, s.person, \(fragment: writtenKey) AS written
              FROM staged_records s
              JOIN organizations o
                ON o.district = split_part(s.organization, '-', 1)::bigint AND o.serial = split_part(s.organization, '-', 2)::bigint
             WHERE s.job = \(job) AND s.organization IS NOT NULL
            UNION ALL
            SELECT s.row_number, s.part, c.district, c.serial, s.fields, s.person, \(fragment: writtenKey)
              FROM staged_records s
              JOIN credit_codes c ON c.code = s.credit_code
             WHERE s.job = \(job) AND s.credit_code IS NOT NULL
            UNION ALL
            SELECT s.row_number, s.part, o.district, o.serial, s.fields, s.person, \(fragment: writtenKey)
              FROM staged_records s
              JOIN organizations o ON o.filing_number = s.filing_number
             WHERE s.job = \(job) AND s.filing_number IS NOT NULL
            UNION ALL
            SELECT s.row_number, s.part, o.district, o.serial, s.fields, s.person, \(fragment: writtenKey)
              FROM staged_records s
              JOIN organizations o ON o.source_scheme = s.source_scheme AND o.source_key = s.source_key
             WHERE s.job = \(job) AND s.source_key IS NOT NULL)
        """
    }

    /// Rows of `named` without an error so far, as `accepted`.
    static func accepted(job: Int64) -> SQL {
        """
        \(fragment: named(job: job)),
        accepted AS (
            SELECT n.*
              FROM named n
             WHERE NOT EXISTS (
                    SELECT
                      FROM import_findings f
                     WHERE f.job = \(job) AND f.row_number = n.row_number AND f.severity = 'error'))
        """
    }

    /// How an organization is named in a row, for a finding.
    static let writtenKey: SQL = "coalesce(s.organization, s.credit_code, s.filing_number, s.source_scheme || ' ' || s.source_key)"
}

/// What is looked for in staged rows of any kind.
package enum RecordCheck: String, CaseIterable, Sendable {
    case organizationUnknown = "organization-unknown"
    case organizationAmbiguous = "organization-ambiguous"
    case recordTwice = "record-twice"

    func query(job: Int64, table: RecordTable) -> SQL {
        switch self {
        case .organizationUnknown:
            """
            SELECT s.row_number, \(fragment: StagedRecords.writtenKey), NULL::text
              FROM staged_records s
             WHERE s.job = \(job)
               AND NOT EXISTS (
                    SELECT
                      FROM organizations o
                     WHERE o.district = split_part(s.organization, '-', 1)::bigint
                       AND o.serial = split_part(s.organization, '-', 2)::bigint)
               AND NOT EXISTS (SELECT FROM credit_codes c WHERE c.code = s.credit_code)
               AND NOT EXISTS (SELECT FROM organizations o WHERE o.filing_number = s.filing_number)
               AND NOT EXISTS (
                    SELECT FROM organizations o WHERE o.source_scheme = s.source_scheme AND o.source_key = s.source_key)
            """
        case .organizationAmbiguous:
            """
            WITH \(fragment: StagedRecords.named(job: job))
            SELECT n.row_number, min(n.written), string_agg(n.district || '-' || n.serial, ', ' ORDER BY n.district, n.serial)
              FROM named n
             GROUP BY n.row_number, n.part
            HAVING count(*) > 1
            """
        case .recordTwice:
            """
            WITH \(fragment: StagedRecords.accepted(job: job))
            SELECT t.row_number, t.value, t.first_row::text
              FROM (SELECT s.row_number, s.part, \(fragment: Self.shownKey(of: table)) AS value,
                           min(s.row_number) OVER same AS first_row, row_number() OVER (same ORDER BY s.row_number, s.part) AS place
                      FROM accepted s
                    WINDOW same AS (PARTITION BY s.district, s.serial, \(fragment: Self.key(of: table)))) t
             WHERE t.place > 1
            """
        }
    }

    /// What makes two rows the same; of a sealed name the token, since each sealing gives other bytes.
    private static func key(of table: RecordTable) -> SQL {
        table.namesPerson
            ? "\(fragment: shownKey(of: table)), \(fragment: SQL(trusted: StagedPerson.token(in: "s.person")))" : shownKey(of: table)
    }

    /// What of the key may be repeated in a finding: everything but who a person is.
    private static func shownKey(of table: RecordTable) -> SQL {
        let fields = table.columns.indices.filter { table.columns[$0].isKey && !table.columns[$0].isPersonal }.map { "s.fields[\($0 + 1)]" }
        return SQL(trusted: "concat_ws(' ', \(fields.joined(separator: ", ")))")
    }
}

extension FindInStagedRows {
    package init(job: Int64, check: RecordCheck, in table: RecordTable, words: CheckWords) {
        self.init(job: job, code: check.rawValue, words: words, query: check.query(job: job, table: table))
    }
}

/// Adds the people whom accepted rows of an import name and the register does not know yet.
package struct AddStagedPeople: Command {
    let job: Int64

    /// - Returns: nil for a table whose rows name nobody.
    package init?(job: Int64, table: RecordTable) {
        guard table.namesPerson else { return nil }
        self.job = job
    }

    package var sql: SQL {
        """
        WITH \(fragment: StagedRecords.accepted(job: job))
        INSERT INTO people (district, serial, hash, wrapped_key, name)
        SELECT s.district, s.serial, \(fragment: SQL(trusted: PersonHash.of(StagedPerson.token(in: "s.person"), in: "s"))),
               \(fragment: SQL(trusted: StagedPerson.wrappedKey(in: "s.person"))), \(fragment: SQL(trusted: StagedPerson.sealed(in: "s.person")))
          FROM accepted s
            ON CONFLICT (district, serial, hash) DO NOTHING
        """
    }
}

extension RecordTable {
    fileprivate var namesPerson: Bool { columns.contains(where: \.isPersonal) }
}

/// Takes the accepted rows of an import over into their table: new ones are added, differing ones changed, equal ones left alone.
package struct ApplyRecords: Statement {
    let job: Int64
    let table: RecordTable

    package init(job: Int64, table: RecordTable) {
        self.job = job
        self.table = table
    }

    package var sql: SQL {
        let names = table.columns.map(\.name).joined(separator: ", ")
        let keys = table.columns.filter(\.isKey).map(\.name)
        let rest = table.columns.map(\.name).filter { !keys.contains($0) }
        let conflict = (["district", "serial"] + keys).joined(separator: ", ")
        let action =
            rest.isEmpty
            ? "DO NOTHING"
            : """
            DO UPDATE SET \(rest.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
             WHERE (\(rest.map { "t.\($0)" }.joined(separator: ", "))) IS DISTINCT FROM (\(rest.map { "excluded.\($0)" }.joined(separator: ", ")))
            """
        return """
            WITH \(fragment: StagedRecords.accepted(job: job)),
            written AS (
                INSERT INTO \(fragment: SQL(trusted: "\(table.name) AS t (district, serial, \(names))"))
                SELECT s.district, s.serial, \(fragment: SQL(trusted: values))
                  FROM accepted s
                \(fragment: person)
                 ORDER BY s.row_number, s.part
                ON CONFLICT \(fragment: SQL(trusted: "(\(conflict)) \(action)"))
                RETURNING xmax = 0 AS is_new)
            SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new)
              FROM written
            """
    }

    /// The person that the row names, whom ``AddStagedPeople`` has added.
    private var person: SQL {
        guard table.namesPerson else { return "" }
        return """
            JOIN people p
              ON p.district = s.district AND p.serial = s.serial
             AND p.hash = \(fragment: SQL(trusted: PersonHash.of(StagedPerson.token(in: "s.person"), in: "s")))
            """
    }

    private var values: String {
        table.columns.indices.map { index in
            let column = table.columns[index]
            if column.isPersonal { return "p.person" }
            let own = "s.fields[\(index + 1)]::\(column.type)"
            guard let fallback = column.fallback, let other = table.columns.firstIndex(where: { $0.name == fallback }) else { return own }
            return "coalesce(\(own), s.fields[\(other + 1)]::\(column.type))"
        }.joined(separator: ", ")
    }

    package func decode(_ row: Row) throws(PostgresError) -> (inserted: Int64, changed: Int64) {
        let (inserted, changed) = try row.decode(as: Int64.self, Int64.self)
        return (inserted, changed)
    }
}
