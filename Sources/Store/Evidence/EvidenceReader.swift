package import Appraisal
package import Incubation
package import Postgres
package import Values

/// Organizations that existed on a day, in the order of their numbers, and what was known of each.
package struct AssessedPage: Sendable {
    package let organizations: [AssessedOrganization]
    package let evidence: [Evidence]

    package init(organizations: [AssessedOrganization], evidence: [Evidence]) {
        self.organizations = organizations
        self.evidence = evidence
    }
}

/// Reads what the register knew of organizations on a day as evidence for the appraisal.
///
/// A record known later than the day is not read at all; the appraisal leaves it out once more. Records of a range come by binary COPY, those of all its
/// organizations into one list for each kind, of which every organization's evidence holds its part.
package struct EvidenceReader: Sendable {
    let asOf: Day

    /// What evidence consists of, but for the legal history, which also says whether there is an organization.
    private static let sources: [any EvidenceSource] = [
        AccountsSource(), ReportsSource(), ActivitySource(), LeadershipSource(), CharterSource(), BodySource(), MeetingSource(),
        ControlsSource(), BoundarySource(), MentorSource(), CaseSource(), ObservationSource(),
    ]

    package init(asOf: Day) {
        self.asOf = asOf
    }

    /// All evidence of the organizations of a range.
    /// - Parameter areas: nil for all of them.
    package func page(_ range: NumberRange, areas: AreaRoots?, in transaction: PostgresTransaction) async throws -> AssessedPage {
        let all = try await transaction.all(SelectOrganizationsInRange(range: range, areas: areas, isWritten: true))
        guard let first = all.first, let last = all.last else { return AssessedPage(organizations: [], evidence: []) }
        // The organizations that are there, which may be fewer than the range: those outside the area are not read at all.
        return try await evidence(
            of: all, in: NumberRange(from: first.number, through: last.number), from: CopiedRecords(transaction: transaction))
    }

    /// All evidence of one organization, in one round trip: what a range saves by COPY is lost many times over by asking table after table.
    package func page(of number: OrganizationNumber, in transaction: PostgresTransaction) async throws -> AssessedPage {
        try await page(of: number, in: transaction, besides: []).page
    }

    /// The same with the currency of the newest accounts that were known; nil without accounts.
    package func pageAndCurrency(
        of number: OrganizationNumber, in transaction: PostgresTransaction
    ) async throws -> (page: AssessedPage, currency: String?) {
        let currency = FindAccountsCurrency(of: number, asOf: asOf)
        let (page, answers) = try await page(of: number, in: transaction, besides: [currency.sql])
        return (page, try answers.first?.first.map { try currency.decode($0) })
    }

    /// - Parameter others: statements that travel along; their answers come in their order.
    private func page(
        of number: OrganizationNumber, in transaction: PostgresTransaction, besides others: [SQL]
    ) async throws -> (page: AssessedPage, others: [Rows]) {
        let range = NumberRange(number)
        let organizations = SelectOrganizationsInRange(range: range, areas: nil, isWritten: false)
        let statements =
            [organizations.sql, StandingSource().sql(asOf: asOf, range: range)] + Self.sources.map { $0.sql(asOf: asOf, range: range) }
        let answers = try await transaction.pipeline(statements + others)
        let all = try answers[0].map { try organizations.decode($0) }
        let records = AnsweredRecords(
            transaction: transaction, answers: Dictionary(zip(statements.map(\.text), answers)) { first, _ in first })
        return (try await evidence(of: all, in: range, from: records), Array(answers.dropFirst(statements.count)))
    }

    private func evidence<Origin: RecordOrigin>(
        of all: [AssessedOrganization], in range: NumberRange, from origin: Origin
    ) async throws -> AssessedPage {
        let standing = try await StandingRecords(of: all, range: range, asOf: asOf, from: origin)
        var page = PageOfEvidence(existing: all, standing, range: range, asOf: asOf)
        for source in Self.sources { try await page.fill(from: source, origin) }
        page.addVacancies()
        return AssessedPage(organizations: page.organizations, evidence: page.evidence)
    }
}

/// A table that records are read from.
///
/// Its statement gives district and serial number first, then what ``read(_:)`` takes, in the order of the organizations' numbers.
protocol RecordSource: Sendable {
    associatedtype Record: Sendable

    /// How many values a row has, district and serial number included.
    var columns: Int { get }

    func sql(asOf: Day, range: NumberRange) -> SQL

    func read(_ fields: inout BinaryFields) throws(PostgresError) -> Record

    /// Tells a record of the one that follows it in the same organization.
    func follow(_ earlier: inout Record, by later: Record)
}

extension RecordSource {
    func follow(_: inout Record, by _: Record) {}
}

/// A table whose records are evidence as they are.
protocol EvidenceSource: RecordSource {
    /// Where its records stand in the evidence.
    var list: WritableKeyPath<Evidence, ArraySlice<Record>> { get }
}

/// The evidence of a range while it is being read.
private struct PageOfEvidence {
    let organizations: [AssessedOrganization]
    private(set) var evidence: [Evidence]
    private let range: NumberRange
    private let asOf: Day

    init(existing all: [AssessedOrganization], _ standing: StandingRecords, range: NumberRange, asOf: Day) {
        self.range = range
        self.asOf = asOf
        let places = all.indices.filter { standing.exists[$0] }
        organizations = places.count == all.count ? all : places.map { all[$0] }
        evidence = places.map { place in
            let organization = all[place]
            var evidence = Evidence(
                organization: organization.serial, population: organization.population,
                cohort: CohortKey(type: organization.kind, area: organization.district.rawValue))
            evidence.profile = standing.records[standing.parts[place]]
            return evidence
        }
    }

    mutating func fill<Source: EvidenceSource>(from source: Source, _ origin: some RecordOrigin) async throws {
        let grouped = try await GroupedRecords(source, of: organizations, range: range, asOf: asOf, from: origin)
        guard !grouped.records.isEmpty else { return }
        for place in organizations.indices where !grouped.parts[place].isEmpty {
            evidence[place][keyPath: source.list] = grouped.records[grouped.parts[place]]
        }
    }

    mutating func addVacancies() {
        for place in organizations.indices where !evidence[place].leadershipPosts.isEmpty {
            LeadershipSource.addVacancies(to: &evidence[place], foundedOn: organizations[place].foundedOn)
        }
    }
}

/// Records of one kind, those of an organization together, in the order of the organizations.
struct GroupedRecords<Record: Sendable>: Sendable {
    private(set) var records: [Record] = []
    /// Where each organization's records stand.
    private(set) var parts: [Range<Int>]

    /// - Parameter organizations: in the order of their numbers; records of others are left out.
    init<Source: RecordSource>(
        _ source: Source, of organizations: [AssessedOrganization], range: NumberRange, asOf: Day, from origin: some RecordOrigin
    ) async throws where Source.Record == Record {
        parts = Array(repeating: 0..<0, count: organizations.count)
        var place = 0
        var (found, bounds) = ([Record](), parts)
        try await origin.read(source.sql(asOf: asOf, range: range), columns: source.columns) { fields throws(PostgresError) in
            let (district, serial) = (try fields.int64(), try fields.int64())
            let record = try source.read(&fields)
            while place < organizations.count, organizations[place].isBefore(district, serial) { place += 1 }
            guard place < organizations.count, !organizations[place].isBehind(district, serial) else { return }
            if bounds[place].isEmpty {
                bounds[place] = found.count..<found.count
            } else {
                source.follow(&found[found.count - 1], by: record)
            }
            found.append(record)
            bounds[place] = bounds[place].lowerBound..<found.count
        }
        (records, parts) = (found, bounds)
    }
}

extension AssessedOrganization {
    fileprivate func isBefore(_ district: Int64, _ serial: Int64) -> Bool {
        self.district.rawValue < district || (self.district.rawValue == district && self.serial < serial)
    }

    fileprivate func isBehind(_ district: Int64, _ serial: Int64) -> Bool {
        self.district.rawValue > district || (self.district.rawValue == district && self.serial > serial)
    }
}

extension SourceReference {
    /// Records without a number of their own are known by their day, written as eight digits.
    init(_ kind: Kind, on day: Day) {
        let (year, month, dayOfMonth) = day.components
        self.init(kind: kind, id: Int64(year * 10_000 + month * 100 + dayOfMonth))
    }
}
