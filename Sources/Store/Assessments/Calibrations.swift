package import Appraisal
package import Postgres
package import Values

/// The columns that make a ``CalibrationRecord``.
private enum CalibrationColumns {
    static let list: SQL = """
        calibration, hash, rubric_hash, area, as_of, stage, exits, cases, document, report, author, proposed_at, approver, approved_at,
        valid_from, valid_through
        """

    static func decode(_ row: Row) throws(PostgresError) -> CalibrationRecord {
        let (
            number, hash, rubric, area, asOf, stage, exits, cases, document, report, author, proposed, approver, approved, from, through
        ) = try row.decode(
            as: Int64.self, String.self, String.self, AreaCode?.self, Day.self, String.self, Int32.self, Int32.self, String.self,
            JSON.self, String.self, Instant.self, String?.self, Instant?.self, Day?.self, Day?.self)
        return CalibrationRecord(
            number: number, hash: hash, rubricHash: rubric, area: area, asOf: asOf, stage: stage, exits: exits, cases: cases,
            document: document, report: report.text, author: author, proposedAt: proposed, approver: approver, approvedAt: approved,
            validFrom: from, validThrough: through)
    }
}

/// Proposes a calibration.
package struct InsertCalibration: Statement {
    let hash: String
    let rubricHash: String
    let area: AreaCode?
    let asOf: Day
    let stage: String
    let exits: Int32
    let cases: Int32
    let document: String
    let report: String
    let author: String

    package init(
        hash: String, rubricHash: String, area: AreaCode?, asOf: Day, stage: String, exits: Int32, cases: Int32, document: String,
        report: String, author: String
    ) {
        self.hash = hash
        self.rubricHash = rubricHash
        self.area = area
        self.asOf = asOf
        self.stage = stage
        self.exits = exits
        self.cases = cases
        self.document = document
        self.report = report
        self.author = author
    }

    package var sql: SQL {
        """
        INSERT INTO calibrations (hash, rubric_hash, area, as_of, stage, exits, cases, document, report, author)
        VALUES (\(hash), \(rubricHash), \(area), \(asOf), \(stage), \(exits), \(cases), \(document), \(JSON(text: report)), \(author))
        RETURNING \(fragment: CalibrationColumns.list)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> CalibrationRecord {
        try CalibrationColumns.decode(row)
    }
}

/// Calibrations, the newest first.
package struct SelectCalibrations: Statement {
    let before: Int64
    let limit: Int

    package init(before: Int64, limit: Int) {
        self.before = before
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: CalibrationColumns.list)
          FROM calibrations
         WHERE calibration < \(before)
         ORDER BY calibration DESC
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> CalibrationRecord {
        try CalibrationColumns.decode(row)
    }
}

/// One calibration by its number.
package struct FindCalibration: Statement {
    let number: Int64
    let isLocked: Bool

    package init(_ number: Int64, lock isLocked: Bool = false) {
        self.number = number
        self.isLocked = isLocked
    }

    package var sql: SQL {
        let lock: SQL = isLocked ? "FOR UPDATE" : ""
        return "SELECT \(fragment: CalibrationColumns.list) FROM calibrations WHERE calibration = \(number) \(fragment: lock)"
    }

    package func decode(_ row: Row) throws(PostgresError) -> CalibrationRecord {
        try CalibrationColumns.decode(row)
    }
}

/// The calibrations of a rubric that are in force on a day, the newest approval first.
package struct SelectCalibrationsInForce: Statement {
    let rubricHash: String
    let day: Day

    package init(of rubricHash: String, on day: Day) {
        self.rubricHash = rubricHash
        self.day = day
    }

    package var sql: SQL {
        """
        SELECT \(fragment: CalibrationColumns.list)
          FROM calibrations
         WHERE rubric_hash = \(rubricHash) AND valid_from <= \(day) AND coalesce(valid_through >= \(day), true)
         ORDER BY approved_at DESC, calibration DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> CalibrationRecord {
        try CalibrationColumns.decode(row)
    }
}

/// Puts a calibration in force.
package struct UpdateCalibrationApproval: Command {
    let number: Int64
    let approver: String
    let from: Day
    let through: Day?

    package init(_ number: Int64, by approver: String, from: Day, through: Day?) {
        self.number = number
        self.approver = approver
        self.from = from
        self.through = through
    }

    package var sql: SQL {
        """
        UPDATE calibrations
           SET approver = \(approver), approved_at = now(), valid_from = \(from), valid_through = \(through)
         WHERE calibration = \(number) AND approver IS NULL
        """
    }
}
