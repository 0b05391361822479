import Access
package import Appraisal
import Crypto
package import Incubation
import Postgres
import Store
package import Values

/// One of several flags that are chosen together.
package struct ChosenFlag: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let code: String
    /// The version that was read; nil before anything was.
    package var version: Int64?

    package init(organization: OrganizationNumber, code: String, version: Int64? = nil) {
        self.organization = organization
        self.code = code
        self.version = version
    }
}

/// What will become of one of several flags, or what became of it.
package struct FlagOutcome: Sendable {
    package let flag: ChosenFlag
    /// nil where the organization or the flag is not to be seen.
    package let name: BilingualText?
    /// As it stands; after it was done as it then stands. nil where it is not to be seen.
    package let state: HandledFlag.State?
    package let owner: String?
    /// Why it cannot be done, or was not; nil where it can, or was.
    package let refusal: Refusal?
}

/// Does the same thing about several flags: each an act of its own, with its own version, its own event and its own refusal, so that one
/// that cannot be done leaves the others alone. What will happen can be looked at before.
package struct HandleFlags: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// No more than a person can look over.
    package static let most = 100

    /// Says of each what would happen, and the version that it rests on. Nothing is done.
    ///
    /// - Throws: ``Refusal/notPossible(field:_:)`` for none or too many.
    package func preview(_ flags: [ChosenFlag], _ act: HandledFlag.Act, as caller: Caller) async throws -> [FlagOutcome] {
        try registry.refuseOutsider(caller, to: .act(act.useCase))
        try Self.refuseCount(flags)
        try act.refuseTexts()
        var outcomes: [FlagOutcome] = []
        for flag in flags { outcomes.append(try await preview(flag, act, as: caller)) }
        return outcomes
    }

    private func preview(_ flag: ChosenFlag, _ act: HandledFlag.Act, as caller: Caller) async throws -> FlagOutcome {
        do {
            let (organization, file) = try await registry.reading(.showFlags, of: .organization(flag.organization), as: caller) {
                (try await $0.organization(flag.organization), try await $0.flagFile(flag.code, of: flag.organization))
            }
            let read = ChosenFlag(organization: flag.organization, code: flag.code, version: flag.version ?? file.version)
            return FlagOutcome(
                read, organization, file, refusal: try await refusal(of: act, on: read, file, as: caller))
        } catch let refusal as Refusal where refusal.isDecision {
            return FlagOutcome(flag: flag, name: nil, state: nil, owner: nil, refusal: refusal)
        }
    }

    /// Why the act would be refused as things stand; nil where it would not.
    private func refusal(
        of act: HandledFlag.Act, on flag: ChosenFlag, _ file: FlagFile, as caller: Caller
    ) async throws -> Refusal? {
        do {
            _ = try await registry.admit(caller, to: .act(act.useCase), at: .organization(flag.organization))
        } catch let refusal as Refusal where refusal.isDecision {
            return refusal
        }
        guard file.version == flag.version else { return .versionStale(current: file.version) }
        do throws(HandledFlag.Fault) {
            _ = try file.work.after(act, by: caller.name, on: registry.today)
            return nil
        } catch {
            return .flag(error)
        }
    }

    /// Does it to each flag, of the version that goes with it.
    ///
    /// By a request with a key each is done once, however often the request comes; what was refused may be tried once more.
    /// - Throws: ``Refusal/versionMissing``; ``Refusal/notPossible(field:_:)`` for none or too many; ``Refusal/idempotencyKeyReused`` for a key
    ///   that came with other flags; what is no decision about one of them, such as that the database cannot be reached: those before it
    ///   are done.
    package func callAsFunction(_ flags: [ChosenFlag], _ act: HandledFlag.Act, as caller: Caller) async throws -> [FlagOutcome] {
        try registry.refuseOutsider(caller, to: .act(act.useCase))
        try Self.refuseCount(flags)
        if flags.contains(where: { $0.version == nil }) { throw Refusal.versionMissing }
        try await registry.claimWhole(act.useCase, of: caller)
        var outcomes: [FlagOutcome] = []
        for flag in flags { outcomes.append(try await handle(flag, act, as: caller)) }
        return outcomes
    }

    private func handle(_ flag: ChosenFlag, _ act: HandledFlag.Act, as caller: Caller) async throws -> FlagOutcome {
        let refused = try await refusalWhileHandling(flag, act, as: caller.forPart(flag))
        let now = try await preview(ChosenFlag(organization: flag.organization, code: flag.code), act, as: caller)
        return FlagOutcome(flag: now.flag, name: now.name, state: now.state, owner: now.owner, refusal: refused)
    }

    private func refusalWhileHandling(_ flag: ChosenFlag, _ act: HandledFlag.Act, as caller: Caller) async throws -> Refusal? {
        for isLast in [false, false, false, false, true] {
            do {
                _ = try await HandleFlag(registry: registry)(
                    flag.code, of: flag.organization, act, version: flag.version ?? 0, as: caller)
                return nil
            } catch is RepeatedRequest {
                // Done before by the same request.
                return nil
            } catch Refusal.requestRunning where !isLast {
                // A button was pressed twice; the second press waits for the first.
                try await Task.sleep(for: .milliseconds(300))
            } catch let refusal as Refusal where refusal.isDecision {
                return refusal
            }
        }
        return nil
    }

    private static func refuseCount(_ flags: [ChosenFlag]) throws(Refusal) {
        if flags.isEmpty { throw .missing(field: "items") }
        if flags.count > most {
            throw .notPossible(field: "items", text("一次最多 \(most) 条", "more than \(most) at once"))
        }
        if Set(flags.map { "\($0.organization)/\($0.code)" }).count < flags.count {
            throw .notPossible(field: "items", text("同一预警选了两次", "one flag is there twice"))
        }
    }
}

extension FlagOutcome {
    fileprivate init(_ flag: ChosenFlag, _ organization: CommunityOrganization, _ file: FlagFile, refusal: Refusal?) {
        let particulars = organization.particulars
        self.init(
            flag: flag, name: text(particulars.name, particulars.englishName ?? particulars.name), state: file.work.state,
            owner: file.work.owner, refusal: refusal)
    }
}

extension Caller {
    /// The same caller, acting by a part of their request that takes effect once by itself.
    fileprivate func forPart(_ flag: ChosenFlag) -> Caller {
        guard let request else { return self }
        let place = Array("\(request.key)\n\(flag.organization)\n\(flag.code)".utf8)
        let key = Array(SHA256.hash(data: place)).hexadecimal
        return by(WriteRequest(key: key, content: request.hash) { _ in [] })
    }
}
