package import Appraisal
package import Incubation
package import Postgres
package import Values

/// What a run found about one organization, its detail as the JSON text that was stored.
package struct StoredAssessmentRow: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let run: Int64
    package let status: String
    package let points: Int32
    package let coverage: Double
    package let coverageClass: String
    package let probability: Double?
    package let probabilityLow: Double?
    package let probabilityHigh: Double?
    package let flagCount: Int32
    package let detail: String
}

/// Takes assessments, in the order of these columns.
package enum StagedAssessments {
    package static let copy = CopyUnderPolicy(
        into: "assessments",
        """
        district, serial, run, status, points, coverage, coverage_class, probability, probability_low, probability_high, flag_count,
        worst_severity, detail
        """)

    /// Makes the transaction compress what it stores by LZ4 where the server has it: a quarter of the time of storing went into the usual way.
    package static let quickCompression: SQL = """
        SELECT set_config(name, 'lz4', true) FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)
        """
}

/// The columns that make a ``StoredAssessmentRow``, from tables called `s` and `o`.
enum AssessmentColumns {
    static let list: SQL = """
        s.district, s.serial, o.name, o.english_name, s.run, s.status, s.points, s.coverage, s.coverage_class, s.probability, s.probability_low,
        s.probability_high, s.flag_count, s.detail
        """

    static func decode(_ row: Row) throws(PostgresError) -> StoredAssessmentRow {
        let (district, serial, name, englishName, run, status, points, coverage, coverageClass, probability, low, high, flags, detail) =
            try row.decode(
                as: District.self, Int64.self, String.self, String?.self, Int64.self, String.self, Int32.self, Double.self, String.self,
                Double?.self,
                Double?.self, Double?.self, Int32.self, JSON.self)
        return StoredAssessmentRow(
            organization: OrganizationNumber(district: district, serial: serial), name: name, englishName: englishName, run: run,
            status: status,
            points: points, coverage: coverage, coverageClass: coverageClass, probability: probability, probabilityLow: low,
            probabilityHigh: high,
            flagCount: flags, detail: detail.text)
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
        case .flags: Double(row.flagCount)
        case .coverage: row.coverage
        }
    }
}

/// The organizations of a run that have a flag, in an order, after a key.
package struct SelectFlagged: Statement {
    let run: Int64
    let areas: AreaRoots?
    let filter: FlaggedFilter
    let category: OrganizationCategory?
    let order: FlaggedOrder
    let after: FlaggedKey?
    let limit: Int

    package init(
        run: Int64, areas: AreaRoots?, filter: FlaggedFilter, category: OrganizationCategory?, order: FlaggedOrder, after: FlaggedKey?,
        limit: Int
    ) {
        self.run = run
        self.areas = areas
        self.filter = filter
        self.category = category
        self.order = order
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT \(fragment: AssessmentColumns.list)
          FROM assessments s
          JOIN organizations o ON o.district = s.district AND o.serial = s.serial
         WHERE s.run = \(run) AND s.flag_count > 0
           AND (\(fragment: order.expression), -s.points, s.district, s.serial) > (
                \(after.map(order.place) ?? -.infinity), \(after.map { -$0.points } ?? Int32.min),
                \(after?.number.district.rawValue ?? 0), \(after?.number.serial ?? 0))
           AND (\(filter.status?.rawValue) IS NULL OR s.status = \(filter.status?.rawValue))
           AND (\(severities) IS NULL OR s.worst_severity = ANY(\(severities)))
           AND (\(category) IS NULL OR o.category = \(category))
           AND (\(filter.flag) IS NULL OR s.detail @> jsonb_build_object('flags', jsonb_build_array(jsonb_build_object('code', \(filter.flag)))))
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
        try AssessmentColumns.decode(row)
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
          FROM assessments s
          JOIN organizations o ON o.district = s.district AND o.serial = s.serial
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
