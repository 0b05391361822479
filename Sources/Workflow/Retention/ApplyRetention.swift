import Access
import Incubation
import Postgres
import Store
import Values

/// Removes what has been kept as long as the rules say, in batches, each with its own event that says how many rows went.
///
/// It can be stopped and run again at any time: what is gone is gone, and what is left is found again.
package struct ApplyRetention: Sendable {
    let registry: Registry
    let batch: Int

    /// - Parameter batch: how many rows go at once: few enough that nobody waits for them.
    package init(registry: Registry, batch: Int = 1000) {
        self.registry = registry
        self.batch = batch
    }

    /// What a rule came to.
    package struct Result: Hashable, Sendable {
        /// The rule's name, or ``endedRestrictions``.
        package let subject: String
        /// How many rows were past their time.
        package let due: Int64
        package let removed: Int64

        package init(subject: String, due: Int64, removed: Int64) {
            self.subject = subject
            self.due = due
            self.removed = removed
        }
    }

    /// People whom a law kept until a day that is past: the job erases them.
    package static let endedRestrictions = "ended-restrictions"

    /// - Parameter isRehearsal: counts and removes nothing.
    package func callAsFunction(isRehearsal: Bool, as caller: Caller) async throws -> [Result] {
        // A request's key stands for one act, and this is many; what is gone is not removed again.
        let caller = caller.withoutRequest
        let tables = try await registry.recordingRefusal(of: .applyRetention, on: .retention(of: "run"), as: caller) {
            let admission = try await registry.admit(caller, to: .act(.applyRetention), at: .nation)
            return Set(try await registry.all(SelectExistingTables(among: RetainedSubject.tableNames), as: admission))
        }
        var results: [Result] = []
        for subject in RetainedSubject.allCases {
            let due = try await due(subject, in: tables, as: caller)
            var removed: Int64 = 0
            while !isRehearsal && removed < due {
                let count = try await remove(subject, in: tables, as: caller)
                removed += count
                if count == 0 { break }
            }
            results.append(Result(subject: subject.rawValue, due: due, removed: removed))
        }
        results.append(try await eraseAfterRestriction(isRehearsal: isRehearsal, as: caller))
        return results
    }

    private func due(_ subject: RetainedSubject, in tables: Set<String>, as caller: Caller) async throws -> Int64 {
        let admission = try await registry.admit(caller, to: .act(.applyRetention), at: .nation)
        return try await registry.longTransaction(as: admission) { transaction in
            _ = try await transaction.query(RetainedSubject.duty)
            return try await transaction.query(subject.count(in: tables)).first?.decode(as: Int64.self) ?? 0
        }
    }

    private func remove(_ subject: RetainedSubject, in tables: Set<String>, as caller: Caller) async throws -> Int64 {
        try await registry.act(.applyRetention, on: .retention(of: subject.rawValue), as: caller) {
        } doing: { transaction, event in
            _ = try await transaction.query(RetainedSubject.duty)
            let removed = try await transaction.pipeline(subject.removals(in: tables, limit: batch)).reduce(0) { $0 + Int64($1.affected) }
            event.rowCount = removed
            return removed
        }
    }

    /// A batch at a time; each erasure is an act of its own.
    private func eraseAfterRestriction(isRehearsal: Bool, as caller: Caller) async throws -> Result {
        let admission = try await registry.admit(caller, to: .act(.erasePerson), at: .nation)
        var (due, removed) = (Int64(0), Int64(0))
        while true {
            let ended = try await registry.all(SelectEndedRestrictions(by: registry.today, limit: batch), as: admission)
            due += Int64(ended.count)
            if isRehearsal || ended.isEmpty { break }
            for person in ended {
                _ = try await ErasePerson(registry: registry)(person.person, of: person.number, on: .retentionEnded, as: caller)
                removed += 1
            }
        }
        return Result(subject: Self.endedRestrictions, due: due, removed: removed)
    }
}
