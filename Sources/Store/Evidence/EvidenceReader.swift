package import Appraisal
package import Postgres
package import Values

/// Reads what the register knew of organizations on a day, page by page, as evidence for the appraisal.
///
/// A record known later than the day is not read at all; the appraisal leaves it out once more.
package struct EvidenceReader: Sendable {
    let asOf: Day

    package init(asOf: Day) {
        self.asOf = asOf
    }

    /// All evidence of a page of organizations, in their order. One round trip.
    package func evidence(of page: [AssessedOrganization], in transaction: PostgresTransaction) async throws -> [Evidence] {
        guard let range = NumberRange(page) else { return [] }
        let sources: [any EvidenceSource] = [
            StandingSource(), AccountsSource(), ReportsSource(), ActivitySource(), LeadershipSource(), CharterSource(), BodySource(),
            MeetingSource(), ControlsSource(), BoundarySource(), MentorSource(), CaseSource(), ObservationSource(),
        ]
        return try await fill(page, from: sources, range: range, in: transaction)
    }

    /// Only what cohorts are made of: the accounts. One round trip.
    package func amounts(of page: [AssessedOrganization], in transaction: PostgresTransaction) async throws -> [Evidence] {
        guard let range = NumberRange(page) else { return [] }
        return try await fill(page, from: [AccountsSource()], range: range, in: transaction)
    }

    private func fill(
        _ page: [AssessedOrganization], from sources: [any EvidenceSource], range: NumberRange, in transaction: PostgresTransaction
    ) async throws -> [Evidence] {
        var evidence = page.map { organization in
            Evidence(
                organization: organization.serial, population: organization.population,
                cohort: CohortKey(type: organization.population + "/" + organization.legalForm, area: organization.district.description))
        }
        let places = Dictionary(
            uniqueKeysWithValues: page.indices.map { (EvidenceKey(district: page[$0].district.rawValue, serial: page[$0].serial), $0) })
        let answers = try await transaction.pipeline(sources.map { $0.sql(asOf: asOf, range: range) })
        for (source, rows) in zip(sources, answers) {
            // Rows of one organization mostly follow each other.
            var last: (key: EvidenceKey, place: Int?)?
            for row in rows {
                let (key, read) = try source.read(row)
                let place = if let last, last.key == key { last.place } else { places[key] }
                last = (key, place)
                if let place { read(&evidence[place]) }
            }
        }
        for index in page.indices { LeadershipSource.addVacancies(to: &evidence[index], foundedOn: page[index].foundedOn) }
        return evidence
    }
}

/// A table that evidence is read from. The first two columns of its rows are the district and the serial number.
protocol EvidenceSource {
    func sql(asOf: Day, range: NumberRange) -> SQL

    /// Whom a row is about, and how it enters the evidence.
    func read(_ row: Row) throws(PostgresError) -> (EvidenceKey, (inout Evidence) -> Void)
}

extension SourceReference {
    /// Records without a number of their own are known by their day, written as eight digits.
    init(_ kind: Kind, on day: Day) {
        let (year, month, dayOfMonth) = day.components
        self.init(kind: kind, id: Int64(year * 10_000 + month * 100 + dayOfMonth))
    }
}
