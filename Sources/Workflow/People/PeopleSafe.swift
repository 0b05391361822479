import Locks
import Postgres
import Store

/// What is kept of people outside of the database: the master key of their data, and the list of those who were erased.
///
/// The key is read when it is first needed. The register keeps a mark of it, so that another key is noticed before anything is written
/// with it or shown as garbage.
package final class PeopleSafe: Sendable {
    /// Reads the master key from where it is kept outside of the database; may make one when `mayMake` says so and there is none.
    ///
    /// - Throws: ``Refusal/peopleKeyUnusable(_:)``.
    package typealias Source = @Sendable (_ mayMake: Bool) throws -> [UInt8]
    /// Adds to the list, for good.
    ///
    /// - Throws: ``Refusal/erasureListUnusable(_:)``.
    package typealias Noting = @Sendable (_ erased: ErasedPerson) throws -> Void

    private struct State {
        var keys: PeopleKeys?
        /// Whether the register's mark was seen, in a transaction that had not written it itself.
        var isMarked = false
    }

    private let source: Source
    /// Notes whom an erasure is about to destroy, as the last thing before it is committed.
    let note: Noting
    private let state = Guarded(State())

    package init(key source: @escaping Source, noting note: @escaping Noting) {
        self.source = source
        self.note = note
    }

    /// The keys, for a transaction that opens people's data.
    func keys(in transaction: PostgresTransaction) async throws -> PeopleKeys {
        try await keys(in: transaction, marking: false)
    }

    /// The keys, for a transaction that seals people's data: the register is marked with them when it is not yet.
    func keysForSealing(in transaction: PostgresTransaction) async throws -> PeopleKeys {
        try await keys(in: transaction, marking: true)
    }

    private func keys(in transaction: PostgresTransaction, marking: Bool) async throws -> PeopleKeys {
        let known = state.withLock { $0 }
        if let keys = known.keys, known.isMarked { return keys }
        let mark = try await transaction.first(FindPeopleKeyMark())
        let keys = try known.keys ?? read(mayMake: mark == nil && marking)
        if let mark, mark != keys.mark {
            throw Refusal.peopleKeyUnusable(text("不是本登记册所用的密钥", "it is not the key that this register was kept with"))
        }
        if mark == nil, marking {
            try await transaction.run(KeepPeopleKeyMark(keys.mark))
            // Somebody else may have marked it at the same moment, with another key.
            let kept = try await transaction.first(FindPeopleKeyMark())
            if kept != keys.mark { return try await self.keys(in: transaction, marking: marking) }
        }
        state.withLock { ($0.keys, $0.isMarked) = (keys, mark != nil) }
        return keys
    }

    private func read(mayMake: Bool) throws -> PeopleKeys {
        guard let keys = PeopleKeys(master: try source(mayMake)) else {
            throw Refusal.peopleKeyUnusable(text("不是人员密钥", "it is no key of people's data"))
        }
        return keys
    }
}
