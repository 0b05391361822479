import Access
import Postgres
import Store

extension Registry {
    /// Does a business act: its transaction holds what it changes and the one event that says so. A refusal leaves an event too.
    ///
    /// - Parameters:
    ///   - earlier: another act of the caller's on the same subject, which the body does first. The two are done together or not at all, and
    ///     each leaves an event of its own, done or refused.
    ///   - check: refuses what the act's own arguments tell, before the database is asked.
    ///   - body: does the act, and tells the subject what only it knows: a new record's number, versions.
    func act<Result: Sendable>(
        _ act: Act, after earlier: Act? = nil, on subject: ActSubject, as caller: Caller, checking check: () throws -> Void,
        doing body: (PostgresTransaction, inout ActSubject) async throws -> Result
    ) async throws -> Result {
        try await recordingRefusal(of: act, after: earlier, on: subject, as: caller) {
            if let earlier { _ = try await admit(caller, to: .act(earlier), at: subject.place) }
            let admission = try await admit(caller, to: .act(act), at: subject.place)
            try check()
            return try await recorded(act, after: earlier, on: subject, as: admission, body)
        }
    }

    /// Runs an act's transaction, which ends with its event, behind that of an earlier act done with it.
    ///
    /// A request's key is locked first, then rows of the register, organizations before what belongs to them, and the end of the chain last. Each transaction
    /// locks the end of one chain, so no two can wait for each other over it.
    func recorded<Result: Sendable>(
        _ act: Act, after earlier: Act? = nil, on subject: ActSubject, as admission: Admission, within deadline: Duration? = nil,
        _ body: (PostgresTransaction, inout ActSubject) async throws -> Result
    ) async throws -> Result {
        let caller = admission.caller
        return try await resolvingUnknownCommit(of: caller, within: deadline ?? self.deadline) { deadline in
            try await write(as: admission, within: deadline) { transaction in
                if let request = caller.request { try await transaction.claim(request, for: act, of: caller) }
                var changed = subject
                let result = try await body(transaction, &changed)
                if act.changesEvidence, case .organization(let number, _) = subject.place {
                    try await transaction.run(MarkAssessmentDue(number))
                }
                if let request = caller.request { try await transaction.keepAnswer(to: request, giving: result, of: caller) }
                if let earlier { try await transaction.record(subject.entry(of: earlier, by: caller), in: subject.chain) }
                try await transaction.record(changed.entry(of: act, by: caller), in: changed.chain)
                return result
            }
        }
    }

    /// When the answer to COMMIT was lost, only the request's key tells what became of it: the act is tried once more, which finds either
    /// the key, and with it the answer, or nothing, and then does the act. Without a key nobody may try, and not when the time is over.
    private func resolvingUnknownCommit<Result: Sendable>(
        of caller: Caller, within deadline: Duration, _ body: (Duration) async throws -> Result
    ) async throws -> Result {
        let end = ContinuousClock.now + deadline
        do {
            return try await body(deadline)
        } catch Refusal.outcomeUnknown where caller.request != nil && .now < end {
            do {
                return try await body(end - .now)
            } catch let refusal as Refusal where !refusal.isDecision {
                throw Refusal.outcomeUnknown
            }
        }
    }

    /// Records that an act was refused, in a transaction of its own, because the act's is undone. The refusal stands even when that fails.
    ///
    /// That the database cannot be reached, or that the same request is being done, is no decision about the act.
    func recordingRefusal<Result: Sendable>(
        of act: Act, after earlier: Act? = nil, on subject: ActSubject, as caller: Caller, _ body: () async throws -> Result
    ) async throws -> Result {
        let end = ContinuousClock.now + deadline
        do {
            return try await body()
        } catch let refusal as Refusal where refusal.isDecision {
            var refused = subject
            refused.refusal = refusal
            let (entries, chain) = ([earlier, act].compactMap { $0.map { refused.entry(of: $0, by: caller) } }, refused.chain)
            _ = try? await write(as: Admission(caller: caller, scope: nil), within: max(end - .now, Self.refusalPatience)) {
                for entry in entries { try await $0.record(entry, in: chain) }
            }
            throw refusal
        }
    }

    /// What the writing down of a refusal may take at least, when finding it took all the time there was.
    private static let refusalPatience: Duration = .milliseconds(250)
}
