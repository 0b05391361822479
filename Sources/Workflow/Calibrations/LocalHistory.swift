import Appraisal
import Incubation
import Postgres
import Store
import Values

/// An area's organizations as they stood at the end of every past year, and what became of them: what local calibration learns from.
struct LocalHistory: Sendable {
    private(set) var cases: [CalibrationCase] = []

    /// More organizations times years than this are not held in memory at once.
    private static let mostCases: Int64 = 400_000
    private static let mostYears = 30
}

extension LocalHistory {
    /// - Parameters:
    ///   - area: nil for the whole register.
    ///   - today: on which is learned; nothing later is looked at.
    /// - Throws: ``Refusal/notPossible(field:_:)`` for an area with more than can be learned from at once.
    init(of area: AreaCode?, by rubric: Rubric, on today: Day, registry: Registry, as admission: Admission) async throws {
        let roots = try await registry.areaRoots(area, as: admission)
        let (parts, count, first, ends) = try await registry.longTransaction(as: admission) { transaction in
            (
                try await transaction.parts(in: roots, holdsWholeDistricts: false),
                try await transaction.all(CountByDistrict(areas: roots)).reduce(0) { $0 + $1.count },
                try await transaction.first(FindFirstDay(in: roots)), try await transaction.all(SelectLocalExits(in: roots, upTo: today))
            )
        }
        let days = Self.landmarks(from: first, to: today)
        guard count * Int64(days.count) <= Self.mostCases else {
            throw Refusal.notPossible(
                field: "area", text("区域过大，请选择较小的区域", "it holds more than can be learned from at once; choose a smaller area"))
        }
        let exits = Dictionary(grouping: ends, by: \.number)
        let appraiser = Appraiser(rubric)
        for day in days {
            let keeper = CohortKeeper(registry: registry, asOf: day, as: admission.forCohorts(of: area.map(\.cohortArea)))
            for part in parts {
                let page = try await registry.longTransaction(as: admission) { transaction in
                    try await EvidenceReader(asOf: day).page(part.range, areas: roots, in: transaction)
                }
                let cohorts = try await keeper.index(of: Set(page.organizations.map(\.district)))
                for (organization, evidence) in zip(page.organizations, page.evidence) {
                    let population = appraiser.population(of: evidence)
                    cases.append(
                        CalibrationCase(
                            organization: organization.number.key, day: day, population: population,
                            readings: appraiser.readings(of: evidence, population: population, asOf: day, cohorts: cohorts),
                            outcomes: BacktestData.Outcomes(of: exits[organization.number] ?? [], after: day, knownOn: today)))
                }
            }
        }
    }

    /// The last days of the years of which at least twelve months are over.
    private static func landmarks(from first: Day?, to today: Day) -> [Day] {
        guard let first else { return [] }
        let newest = (today.year - mostYears...today.year).compactMap { Day(year: $0, month: 12, day: 31) }
        return newest.filter { $0 >= first && $0.adding(months: 12) <= today }
    }
}

extension OrganizationNumber {
    /// Tells organizations of different districts apart, whose serial numbers may be the same.
    fileprivate var key: Int64 { district.rawValue &* 1_000_000_000 &+ serial }
}

extension BacktestData.Outcomes {
    /// What became of an organization after a day, as far as it is known.
    fileprivate init(of ends: [LocalExit], after day: Day, knownOn today: Day) {
        func outcome(_ horizon: Horizon) -> Bool? {
            let last = day.adding(months: horizon.rawValue)
            guard last <= today else { return nil }
            guard let end = ends.first(where: { $0.on > day && $0.on <= last }) else { return false }
            return end.isCensored ? nil : true
        }
        self.init(months12: outcome(.months12), months24: outcome(.months24), months36: outcome(.months36))
    }
}
