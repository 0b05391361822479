import Appraisal
import Foundation
import Incubation
import Locks
import Postgres
import Store
import Values

/// Does the parts of a run, one after another, beside others who do the same.
struct AssessmentWorker: Sendable {
    let registry: Registry
    let admission: Admission
    let areas: AreaRoots?
    let pass: AssessmentPass
    /// Whether organizations may have been assessed for an earlier day.
    let hasPast: Bool
    let cohorts: CohortKeeper

    /// Does all parts that nobody else does, and waits for those that somebody does.
    func doAll(_ progress: @escaping @Sendable (Int64) -> Void) async throws {
        let count = Count()
        // Each worker keeps either a processor here or one of the server's busy, so that two of them fill two.
        let workers = min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 8)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<workers {
                group.addTask {
                    while let done = try await doNext() { progress(count.add(done)) }
                }
            }
            try await group.waitForAll()
        }
        // Parts that another process holds are nobody's to finish here; they are given back should it die.
        while try await registry.all(CountOpenParts(of: pass.run), as: admission).first ?? 0 > 0 {
            try await Task.sleep(for: .milliseconds(200))
            while let done = try await doNext() { progress(count.add(done)) }
        }
    }

    /// How many organizations all workers have done.
    private final class Count: Sendable {
        private let done = Guarded<Int64>(0)

        func add(_ more: Int64) -> Int64 {
            done.withLock { done in
                done += more
                return done
            }
        }
    }

    /// Takes a part and does it in one transaction: what is struck off is stored, what is not is as if it had never begun.
    /// - Returns: how many organizations were assessed; nil when no part is left to take.
    private func doNext() async throws -> Int64? {
        try await registry.write(as: admission, within: Registry.bulkDeadline) { transaction in
            guard let part = try await transaction.first(TakeAssessmentPart(of: pass.run)) else { return nil }
            let page = try await EvidenceReader(asOf: pass.asOf).page(part.range, areas: areas, in: transaction)
            if !page.organizations.isEmpty {
                let past = try await past(of: part.range, in: transaction)
                try await transaction.copy(try await rows(for: page, part, past, in: transaction), by: StagedAssessments.copy)
            }
            let count = Int64(page.organizations.count)
            try await transaction.run(FinishAssessmentPart(part.number, of: pass.run, organizations: count))
            return count
        }
    }

    /// Where whole districts are at hand nothing more needs to be read.
    private func rows(
        for page: AssessedPage, _ part: AssessmentPart, _ past: AssessmentPass.Past, in transaction: PostgresTransaction
    ) async throws -> CopyBinary {
        guard part.holdsWholeDistricts else {
            return pass.rows(for: page, cohorts: try await cohorts.index(of: Set(page.organizations.map(\.district))), past: past)
        }
        let isKept = pass.asOf == registry.today
        var kept = CohortIndex.Builder(asOf: pass.asOf)
        let rows = pass.rows(for: page, cohorts: nil, past: past) { if isKept { kept.join($0) } }
        if isKept { try await transaction.keep(kept.build()) }
        return rows
    }

    private func past(of range: NumberRange, in transaction: PostgresTransaction) async throws -> AssessmentPass.Past {
        try await transaction.past(of: range, asOf: pass.asOf, hasStandings: hasPast)
    }
}

extension PostgresTransaction {
    /// What is known of organizations from before a day.
    func past(of range: NumberRange, asOf: Day, hasStandings: Bool) async throws -> AssessmentPass.Past {
        AssessmentPass.Past(
            standings: hasStandings ? try await all(SelectPreviousStandings(in: range, before: asOf)) : [],
            confirmed: try await all(SelectConfirmedOrganizations(in: range, on: asOf)))
    }
}

extension AssessedPage {
    /// Where the organizations of each district stand: ranks and calibrations are those of a district.
    var districts: [Range<Int>] {
        var (districts, start) = ([Range<Int>](), 0)
        while start < organizations.count {
            let district = organizations[start].district
            let end = organizations[start...].firstIndex { $0.district != district } ?? organizations.count
            districts.append(start..<end)
            start = end
        }
        return districts
    }
}
