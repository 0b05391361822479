import Access
import Appraisal
import Incubation
import Values
import Workflow

/// A form for something that is done to a flag; its address names the flag.
protocol FlagForm: RecordForm where Content == FlagWork, Outcome == FlagFile {
    /// What stands in the fields before anything is typed.
    func suggestions(_ visit: FormVisit) -> [(name: String, value: String)]
}

/// What is to be done, and on which version of the flag it rests.
struct FlagWork: Sendable {
    let act: HandledFlag.Act
    let version: Int64
}

extension FlagForm {
    var anchor: String { "flags" }
    var landingPath: String { FlagPages.path }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let file = try await ShowFlags(registry: visit.registry)(visit.organization(), code: visit.flag, as: visit.caller)
        return FormBeginning(values: suggestions(visit), hidden: [("version", String(file.version))])
    }

    func suggestions(_: FormVisit) -> [(name: String, value: String)] { [] }

    func record(_ work: FlagWork, _ visit: FormVisit, as caller: Caller) async throws -> FlagFile {
        try await HandleFlag(registry: visit.registry)(
            visit.flag, of: visit.organization(), work.act, version: work.version, as: caller)
    }
}

extension FormVisit {
    /// The code of the flag that the path names.
    fileprivate var flag: String { visit.key("flag") }
}

extension FormReader {
    /// An account's number as audit events have it.
    fileprivate mutating func owner() -> String? { count("owner").map { "account-\($0)" } }

    fileprivate func work(_ act: HandledFlag.Act?) -> FlagWork? {
        guard let act, let version = Int64(fields.typed("version")) else { return nil }
        return FlagWork(act: act, version: version)
    }
}

extension FormVisit {
    fileprivate func ownerField() async throws -> FormField {
        try await PeopleToChoose(of: organization(), in: registry, as: caller)
            .field("owner", Catalogue.flags.owner)
    }
}

extension FormField {
    fileprivate static let due = FormField(name: "due", label: Catalogue.flags.due, kind: .day)

    fileprivate static func note(_ name: String, _ label: BilingualText) -> FormField {
        FormField(name: name, label: label, kind: .paragraph, longest: 4000)
    }
}

/// A day that a person chose, not a rule.
private let dueRule = "by-hand"

/// Somebody takes a flag on, or gives it to somebody else.
struct FlagOwnerForm: FlagForm {
    let act = Act.assignFlag
    let path = "/flags/{flag}/owner"
    let title = Catalogue.flags.take
    let lead: BilingualText? = Catalogue.flags.takeLead

    func groups(_ visit: FormVisit) async throws -> [FormGroup] { [FormGroup(fields: [try await visit.ownerField(), .due])] }

    func suggestions(_ visit: FormVisit) -> [(name: String, value: String)] {
        visit.caller.account.map { [("owner", String($0.rawValue))] } ?? []
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> FlagWork? {
        let (owner, due) = (reader.owner(), reader.day("due"))
        guard let owner, let due else { return nil }
        return reader.work(.assign(owner: owner, due: due, rule: dueRule))
    }
}

/// What the organization says.
struct FlagAnswerForm: FlagForm {
    let act = Act.answerFlag
    let path = "/flags/{flag}/answer"
    let title = Catalogue.flags.answer
    let lead: BilingualText? = Catalogue.flags.answerLead

    func groups(_: FormVisit) -> [FormGroup] { [FormGroup(fields: [.note("answer", Catalogue.flags.answer)])] }

    func read(_ reader: inout FormReader, _: FormVisit) -> FlagWork? {
        let answer = reader.text("answer")
        return reader.work(answer.map { .answer($0) })
    }
}

/// To somebody further up.
struct FlagEscalationForm: FlagForm {
    let act = Act.escalateFlag
    let path = "/flags/{flag}/escalation"
    let title = Catalogue.flags.escalate
    let lead: BilingualText? = Catalogue.flags.escalateLead

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        [FormGroup(fields: [try await visit.ownerField(), .due, .note("note", Catalogue.fields.reason)])]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> FlagWork? {
        let (owner, due, note) = (reader.owner(), reader.day("due"), reader.text("note"))
        guard let owner, let due, let note else { return nil }
        return reader.work(.escalate(owner: owner, due: due, rule: dueRule, note: note))
    }
}

/// What came of it.
struct FlagResolutionForm: FlagForm {
    let act = Act.resolveFlag
    let path = "/flags/{flag}/resolution"
    let title = Catalogue.flags.resolve
    let lead: BilingualText? = Catalogue.flags.resolveLead

    func groups(_: FormVisit) -> [FormGroup] { [FormGroup(fields: [.note("result", Catalogue.flags.result)])] }

    func read(_ reader: inout FormReader, _: FormVisit) -> FlagWork? {
        let result = reader.text("result")
        return reader.work(result.map { .resolve($0) })
    }
}

/// What follows for the organization, by a named person's word.
struct FlagConfirmationForm: FlagForm {
    let act = Act.confirmFlag
    let path = "/flags/{flag}/confirmation"
    let title = Catalogue.flags.confirm
    let lead: BilingualText? = Catalogue.flags.confirmLead
    let isChecked = true

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(
                    name: "consequence", label: Catalogue.flags.consequence,
                    kind: .choice(FormOption.all(HandledFlag.Consequence.self, \.words))), .note("note", Catalogue.fields.reason),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> FlagWork? {
        let (consequence, note) = (reader.code("consequence", HandledFlag.Consequence.self), reader.text("note"))
        guard let consequence, let note else { return nil }
        return reader.work(.confirm(consequence, note: note))
    }
}
