package import Appraisal
package import Incubation
package import Postgres
package import Values

/// What a run found about one organization. It has findings, or the JSON text that was stored before there were any.
package struct StoredAssessmentRow: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let run: Int64
    package let asOf: Day
    package let rubricHash: String
    /// What the evaluation amounts to by itself, and what is shown.
    package let status: String
    package let shownStatus: String
    package let points: Int32
    package let coverage: Double
    package let coverageClass: String
    package let probability: Double?
    package let probabilityLow: Double?
    package let probabilityHigh: Double?
    /// Codes, the most severe first, and since when each has been raised.
    package let flags: [String]
    package let flagsSince: [Day]
    /// Number of the calibration that was used.
    package let calibration: Int64?
    package let findings: [UInt8]?
    package let detail: String?
}

/// Takes assessments, in the order of these columns.
package enum StagedAssessments {
    package static let columnCount: Int16 = 17

    package static let copy = CopyUnderPolicy(
        into: "assessments",
        """
        district, serial, run, status, shown_status, points, coverage, coverage_class, probability, probability_low, probability_high, flag_count,
        worst_severity, flags, flags_since, calibration, findings
        """)
}

/// The columns that make a ``StoredAssessmentRow``, from tables called `s`, `o` and `r`.
enum AssessmentColumns {
    static let list: SQL = """
        s.district, s.serial, o.name, o.english_name, s.run, r.as_of, r.rubric_hash, s.status, s.shown_status, s.points, s.coverage,
        s.coverage_class, s.probability, s.probability_low, s.probability_high, s.flags, s.flags_since, s.calibration, s.findings, s.detail
        """

    static let tables: SQL = """
        assessments s
          JOIN organizations o ON o.district = s.district AND o.serial = s.serial
          JOIN assessment_runs r ON r.run = s.run
        """

    /// - Parameter others: how many columns come behind them, for the order only.
    static func decode(_ row: Row, followedBy others: Int = 0) throws(PostgresError) -> StoredAssessmentRow {
        let (
            district, serial, name, englishName, run, asOf, hash, status, shown, points, coverage, coverageClass, probability, low, high,
            flags, since, calibration, findings, detail
        ) = try row.decode(
            first: row.count - others,
            as: District.self, Int64.self, String.self, String?.self, Int64.self, Day.self, String.self, String.self, String.self,
            Int32.self, Double.self, String.self, Double?.self, Double?.self, Double?.self, [String].self, [Day].self, Int64?.self,
            [UInt8]?.self, JSON?.self)
        return StoredAssessmentRow(
            organization: OrganizationNumber(district: district, serial: serial), name: name, englishName: englishName, run: run,
            asOf: asOf, rubricHash: hash, status: status, shownStatus: shown, points: points, coverage: coverage,
            coverageClass: coverageClass, probability: probability, probabilityLow: low, probabilityHigh: high, flags: flags,
            flagsSince: since, calibration: calibration, findings: findings, detail: detail?.text)
    }
}

/// Where a page of flagged organizations ends.
package struct FlaggedKey: Hashable, Sendable {
    /// What the list is ordered by; nil for an organization of whom too little is known, which comes last.
    package let value: Double?
    package let points: Int32
    package let number: OrganizationNumber

    package init(value: Double?, points: Int32, number: OrganizationNumber) {
        self.value = value
        self.points = points
        self.number = number
    }
}

extension FlaggedOrder {
    /// What stands first in the order, smallest first.
    fileprivate var expression: SQL {
        switch self {
        case .risk: "-coalesce(s.probability, -1)"
        case .flags: "-s.flag_count::double precision"
        case .coverage: "s.coverage"
        }
    }

    /// Where a key stands by the expression.
    fileprivate func place(of key: FlaggedKey) -> Double {
        switch self {
        case .risk: -(key.value ?? -1)
        case .flags: -(key.value ?? 0)
        case .coverage: key.value ?? 0
        }
    }

    /// What an assessment is ordered by.
    package func value(of row: StoredAssessmentRow) -> Double? {
        switch self {
        case .risk: row.probability
        case .flags: Double(row.flags.count)
        case .coverage: row.coverage
        }
    }
}

/// The organizations of a run that have a flag, in an order, after a key. Those that were assessed anew since are shown as they are now.
package struct SelectFlagged: Statement {
    let run: Int64
    let refreshes: [Int64]
    let areas: AreaRoots?
    let filter: FlaggedFilter
    let category: OrganizationCategory?
    let order: FlaggedOrder
    let after: FlaggedKey?
    let limit: Int

    /// - Parameter refreshes: runs of single organizations since then; none to show the run as it was.
    package init(
        run: Int64, refreshes: [Int64], areas: AreaRoots?, filter: FlaggedFilter, category: OrganizationCategory?, order: FlaggedOrder,
        after: FlaggedKey?, limit: Int
    ) {
        self.run = run
        self.refreshes = refreshes
        self.areas = areas
        self.filter = filter
        self.category = category
        self.order = order
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        if refreshes.isEmpty { return part("s.run = \(run)") }
        let newer: SQL = """
            NOT EXISTS (
                SELECT FROM assessments n
                 WHERE n.district = s.district AND n.serial = s.serial AND n.run = ANY (\(refreshes)) AND n.run > s.run)
            """
        return """
            (\(fragment: part("s.run = \(run) AND \(fragment: newer)")))
            UNION ALL
            (\(fragment: part("s.run = ANY (\(refreshes)) AND \(fragment: newer)")))
             ORDER BY 21, 22, 1, 2
             LIMIT \(limit)
            """
    }

    private func part(_ condition: SQL) -> SQL {
        """
        SELECT \(fragment: AssessmentColumns.list), \(fragment: order.expression), -s.points
          FROM \(fragment: AssessmentColumns.tables)
         WHERE \(fragment: condition) AND s.flag_count > 0
           AND (\(fragment: order.expression), -s.points, s.district, s.serial) > (
                \(after.map(order.place) ?? -.infinity), \(after.map { -$0.points } ?? Int32.min),
                \(after?.number.district.rawValue ?? 0), \(after?.number.serial ?? 0))
           AND (\(filter.status?.rawValue) IS NULL OR s.shown_status = \(filter.status?.rawValue))
           AND (\(severities) IS NULL OR s.worst_severity = ANY(\(severities)))
           AND (\(category) IS NULL OR o.category = \(category))
           AND (\(filter.flag) IS NULL OR \(filter.flag) = ANY(s.flags))
           \(fragment: areas?.condition ?? "")
         ORDER BY \(fragment: order.expression), -s.points, s.district, s.serial
         LIMIT \(limit)
        """
    }

    /// The severities that are serious enough.
    private var severities: [String]? {
        filter.severity.map { least in FlagRule.Severity.allCases.filter { $0 >= least }.map(\.rawValue) }
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredAssessmentRow {
        try AssessmentColumns.decode(row, followedBy: 2)
    }
}

/// One organization's assessment in a run.
package struct FindAssessment: Statement {
    let number: OrganizationNumber
    let run: Int64

    package init(of number: OrganizationNumber, run: Int64) {
        self.number = number
        self.run = run
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AssessmentColumns.list)
          FROM \(fragment: AssessmentColumns.tables)
         WHERE s.district = \(number.district) AND s.serial = \(number.serial) AND s.run = \(run)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredAssessmentRow {
        try AssessmentColumns.decode(row)
    }
}

/// The newest finished run that holds an organization; of runs for days up to one, that of the latest day.
package struct FindNewestRun: Statement {
    let number: OrganizationNumber
    let upTo: Day?

    package init(of number: OrganizationNumber, upTo: Day? = nil) {
        self.number = number
        self.upTo = upTo
    }

    package var sql: SQL {
        """
        SELECT s.run
          FROM assessments s
          JOIN assessment_runs r ON r.run = s.run
         WHERE s.district = \(number.district) AND s.serial = \(number.serial) AND r.finished_at IS NOT NULL
           AND (\(upTo) IS NULL OR r.as_of <= \(upTo))
         ORDER BY CASE WHEN \(upTo) IS NOT NULL THEN r.as_of END DESC, s.run DESC
         LIMIT 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// An organization's assessments in finished runs, the newest first.
package struct SelectAssessmentHistory: Statement {
    let number: OrganizationNumber
    let before: Int64
    let limit: Int

    package init(of number: OrganizationNumber, before: Int64, limit: Int) {
        self.number = number
        self.before = before
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AssessmentColumns.list)
          FROM \(fragment: AssessmentColumns.tables)
         WHERE s.district = \(number.district) AND s.serial = \(number.serial) AND s.run < \(before) AND r.finished_at IS NOT NULL
         ORDER BY s.run DESC
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredAssessmentRow {
        try AssessmentColumns.decode(row)
    }
}

/// The newest finished run of an area or the register that holds an organization; runs of single organizations compare nobody.
package struct FindNewestFullRun: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT s.run
          FROM assessments s
          JOIN assessment_runs r ON r.run = s.run
         WHERE s.district = \(number.district) AND s.serial = \(number.serial) AND r.finished_at IS NOT NULL AND r.kind <> 'refresh'
         ORDER BY s.run DESC
         LIMIT 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}
