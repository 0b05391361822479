import Appraisal
import Postgres
import Store
import Values

/// Hands out the cohorts of districts for one day, each made once.
///
/// They are read with the whole district in sight, whatever part of it somebody is let in to: amounts of single organizations go into ranks and no further.
actor CohortKeeper {
    private let registry: Registry
    private let asOf: Day
    private let admission: Admission
    private var tasks: [District: Task<[(key: CohortKey, amounts: [[Double]])], any Error>] = [:]

    init(registry: Registry, asOf: Day, as admission: Admission) {
        self.registry = registry
        self.asOf = asOf
        self.admission = admission
    }

    /// The cohorts of the districts, as one index.
    func index(of districts: Set<District>) async throws -> CohortIndex {
        var found: [(key: CohortKey, amounts: [[Double]])] = []
        for district in districts.sorted(by: { $0.rawValue < $1.rawValue }) { found += try await cohorts(of: district) }
        return CohortIndex(asOf: asOf, cohorts: found)
    }

    private func cohorts(of district: District) async throws -> [(key: CohortKey, amounts: [[Double]])] {
        if let task = tasks[district] { return try await task.value }
        let task = Task { [registry, asOf, admission] in try await registry.cohorts(of: district, asOf: asOf, as: admission) }
        tasks[district] = task
        return try await task.value
    }
}

extension Registry {
    /// Where amounts lie among organizations of the same kind in a district, as of a day.
    ///
    /// Those of today are kept, so that an organization whose evidence changed is ranked in no time; they stay as they were first made that day.
    func cohorts(
        of district: District, asOf: Day, as admission: Admission
    ) async throws -> [(key: CohortKey, amounts: [[Double]])] {
        let (kept, amounts) = try await transaction(as: admission, within: Self.bulkDeadline) { transaction in
            let kept = try await transaction.all(SelectCohorts(of: district, asOf: asOf))
            return (kept, kept.isEmpty ? try await transaction.all(SelectCohortAmounts(of: district, asOf: asOf)) : [])
        }
        guard kept.isEmpty else { return kept }
        var builder = CohortIndex.Builder(asOf: asOf)
        for row in amounts { builder.add(row.amounts, to: CohortKey(type: row.kind, area: district.rawValue)) }
        let index = builder.build()
        if asOf == today, !amounts.isEmpty {
            try await write(as: admission, within: deadline) { try await $0.keep(index) }
        }
        return index.cohorts
    }
}

extension PostgresTransaction {
    /// Keeps cohorts for those who are assessed later on their day.
    func keep(_ cohorts: CohortIndex) async throws {
        var statements: [SQL] = []
        var last: Int64?
        for cohort in cohorts.cohorts {
            if cohort.key.area != last, let district = District(rawValue: cohort.key.area) {
                statements.append(DeleteOldCohorts(of: district, before: cohorts.asOf).sql)
                last = cohort.key.area
            }
            statements.append(InsertCohort(cohort.key, asOf: cohorts.asOf, amounts: cohort.amounts.map { $0.sorted() }).sql)
        }
        _ = try await pipeline(statements)
    }
}
