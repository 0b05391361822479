import Access
package import Appraisal
package import Incubation
import Postgres
import Store
import Values

/// Does something about a flag: assigns it, keeps the organization's answer, hands it up, settles it, or confirms what follows from it.
///
/// The first act on a flag that the assessment raises begins its file. Nothing follows from a flag by itself: a consequence is a person's word, and not that of
/// who has the flag.
package struct HandleFlag: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - version: the version that was read; 0 for a flag that nobody has touched.
    ///   - isAsRead: whether a flag of that version still is what was read: a run may have found something else about it.
    /// - Throws: ``Refusal/flag(_:)``; ``Refusal/versionStale(current:)``; ``Refusal/notFound(_:_:)``.
    package func callAsFunction(
        _ code: String, of number: OrganizationNumber, _ act: HandledFlag.Act, version: Int64,
        isAsRead: @escaping @Sendable (FlagFile) -> Bool = { _ in true }, as caller: Caller
    ) async throws -> FlagFile {
        try await registry.act(act.useCase, on: .scoring(.flag, of: number), as: caller) {
            try act.refuseTexts()
        } doing: { transaction, subject in
            _ = try await transaction.organization(number, lock: true)
            let file = try await transaction.flagFile(code, of: number, lock: true)
            guard file.version == version, isAsRead(file) else { throw Refusal.versionStale(current: file.version) }
            let next: HandledFlag
            do throws(HandledFlag.Fault) {
                next = try file.work.after(act, by: caller.name, on: registry.today)
            } catch {
                throw Refusal.flag(error)
            }
            try await transaction.store(next, of: file, act, by: caller.name)
            let stored = try await transaction.flagFile(code, of: number)
            (subject.versionBefore, subject.versionAfter) = (version, stored.version)
            return stored
        }
    }
}

extension PostgresTransaction {
    fileprivate func store(_ next: HandledFlag, of file: FlagFile, _ act: HandledFlag.Act, by caller: String) async throws {
        let number = file.organization
        if file.version == 0 {
            guard let newest = try await first(FindNewestRun(of: number)) else { throw Refusal.notFound(.assessment, number.description) }
            try await run(InsertHandledFlag(file.code, raisedOn: file.raisedOn, of: number, run: newest, severity: file.severity.rawValue))
        }
        let rows = try await all(SelectHandledFlags(of: number, code: file.code))
        guard let row = rows.first(where: { $0.raisedOn == file.raisedOn }) else { throw Refusal.notFound(.flag, file.code) }
        try await run(
            UpdateHandledFlag(
                row, state: next.state.rawValue, owner: next.owner, due: next.due.map { ($0.on, $0.rule) },
                confirmation: next.confirmation.map { ($0.consequence.rawValue, $0.by, $0.on) }))
        try await run(
            InsertHandledFlagStep(
                act.name, on: row, by: caller, owner: act.newOwner, dueOn: act.newDue,
                note: act.note))
    }
}

extension HandledFlag.Act {
    var useCase: Act {
        switch self {
        case .assign: .assignFlag
        case .answer: .answerFlag
        case .escalate: .escalateFlag
        case .resolve: .resolveFlag
        case .confirm: .confirmFlag
        }
    }

    fileprivate var newOwner: String? {
        switch self {
        case .assign(let owner, _, _), .escalate(let owner, _, _, _): owner
        case .answer, .resolve, .confirm: nil
        }
    }

    fileprivate var newDue: Day? {
        switch self {
        case .assign(_, let due, _), .escalate(_, let due, _, _): due
        case .answer, .resolve, .confirm: nil
        }
    }

    fileprivate var note: String? {
        switch self {
        case .assign: nil
        case .answer(let text), .resolve(let text): text
        case .escalate(_, _, _, let note), .confirm(_, let note): note
        }
    }

    /// What the note is called where it is written.
    private var noteField: String {
        switch self {
        case .answer: "answer"
        case .resolve: "result"
        case .assign, .escalate, .confirm: "note"
        }
    }

    private var newRule: String? {
        switch self {
        case .assign(_, _, let rule), .escalate(_, _, let rule, _): rule
        case .answer, .resolve, .confirm: nil
        }
    }

    func refuseTexts() throws(Refusal) {
        if let rule = newRule, rule.wholeMatch(of: /[0-9A-Za-z-]{1,64}/) == nil {
            throw .malformed(
                field: "rule", value: rule, expected: text("期限规则的代码，如 by-hand", "the code of a rule of deadlines, such as by-hand"))
        }
        if let note { try FieldRules.refuseParagraphs(note, field: noteField, longest: 4000) }
        if let owner = newOwner {
            guard owner.wholeMatch(of: /[0-9a-z-]{1,64}/) != nil else {
                throw .malformed(
                    field: "owner", value: owner, expected: text("account-编号，如 account-7", "account-NUMBER, such as account-7"))
            }
        }
    }
}
