import Access
import Appraisal
import Incubation
import Values
import Workflow

/// An organization's flags: what raised each, what clears it, who has it, what was said and done.
struct OrganizationFlagsView: PageView {
    static let template = "organization-flags"

    struct InterventionRow: Encodable, Sendable {
        let day: String
        let kind: String
        let reason: String
        let result: String
        let by: String
    }

    let title: String
    let organization: LinkView
    let flags: [FlagFileView]
    let hasFlags: Bool
    let interventions: [InterventionRow]
    let hasInterventions: Bool
    let intervene: String?
    let trend: String

    init(_ dossier: FlagDossier, _ visit: Visit) {
        let w = visit.w
        let number = dossier.organization.number
        let name = w.name(dossier.organization.particulars).main
        title = w(Catalogue.flags.ofName(name))
        organization = LinkView(label: name, address: OrganizationPages.address(of: number))
        var seen: Set<String> = []
        flags = dossier.flags.map { file in
            // Of several flags of one code the newest has the plain place, to which lists lead.
            FlagFileView(file, place: seen.insert(file.code).inserted ? file.code : "\(file.code)-\(file.raisedOn.iso)", dossier, visit)
        }
        hasFlags = !flags.isEmpty
        interventions = dossier.interventions.map { row in
            InterventionRow(
                day: w(row.intervention.heldOn), kind: w(row.intervention.kind.words),
                reason: [w(row.intervention.reason.words), row.intervention.flag].compactMap(\.self).joined(separator: " "),
                result: row.intervention.result ?? "–", by: w(person: row.recordedBy))
        }
        hasInterventions = !interventions.isEmpty
        intervene = visit.mayDo(.act(.recordIntervention)) ? OrganizationPages.address(of: number) + InterventionForm.place : nil
        trend = TrendPages.address(of: number)
    }
}

/// One flag with what is done about it.
struct FlagFileView: Encodable, Sendable {
    struct Step: Encodable, Sendable {
        let moment: String
        let momentISO: String
        let what: String
        let detail: String
    }

    let place: String
    let name: String
    let code: String
    /// The rule's place on the page of the rubric; nil where the rubric in use has no such rule.
    let rule: String?
    let severity: ChipView
    let state: ChipView
    let reason: String?
    let facts: [FactView]
    let steps: [Step]
    let hasSteps: Bool
    let jobs: [LinkView]

    init(_ file: FlagFile, place: String, _ dossier: FlagDossier, _ visit: Visit) {
        let w = visit.w
        let rule = dossier.rubric?.rubric.flags.first { $0.code == file.code }
        self.place = place
        (name, code) = (rule.map { w($0.name) } ?? file.code, file.code)
        self.rule = rule == nil ? nil : dossier.explanation.map { RubricPages.address(of: file.code, in: $0.run) }
        severity = ChipView(file.severity, w)
        state =
            file.work.clearedOn == nil ? ChipView(file.work.state, w) : ChipView(tone: "good", label: w(Catalogue.flags.clearedOn))
        reason = file.finding.map { w($0.reason.text) }
        facts = Self.found(file, dossier, w) + Self.work(file, today: dossier.today, w)
        steps = file.history.reversed().map { Step($0, w) }
        hasSteps = !steps.isEmpty
        jobs = Self.jobs(file, visit)
    }

    /// What raised it and what clears it.
    private static func found(_ file: FlagFile, _ dossier: FlagDossier, _ w: Words) -> [FactView] {
        guard let finding = file.finding else { return [] }
        let (words, rubric) = (Catalogue.flags, dossier.rubric?.rubric)
        let condition = rubric?.flags.first { $0.code == file.code }?.conditions.first
        func shown(_ value: Double) -> String {
            guard let rubric, let condition else { return ChartText.number(value) }
            return w(rubric.indicators[condition.indicator].unit.words(for: value))
        }
        let clearing = dossier.explanation?.remedies?.clearings.first { $0.flag == file.code }
        let isInHand = clearing.map { $0.change != nil } ?? true
        let clears = clearing?.change.map { w($0.words) } ?? w(finding.clears.text)
        return [
            FactView(label: w(words.value), value: finding.value.map(shown) ?? w(words.noValue)),
            FactView(label: w(words.threshold), value: shown(finding.threshold)),
            FactView(label: w(words.record), value: finding.record.map { w(SourceReference.words(of: $0, w)) } ?? "–"),
            FactView(label: w(Catalogue.assessment.action), value: w(finding.action.text)),
            FactView(label: w(Catalogue.assessment.clears), value: isInHand ? clears : w(Catalogue.assessment.notInHand)),
            FactView(label: w(Catalogue.assessment.source), value: w(finding.source.text)),
        ]
    }

    /// Who has it, until when, and what follows.
    private static func work(_ file: FlagFile, today: Day, _ w: Words) -> [FactView] {
        let (words, work) = (Catalogue.flags, file.work)
        let due = work.due.map { w(words.dueIn(w($0.on), w.distance(from: today, to: $0.on))) }
        let confirmed = work.confirmation.map { w(words.confirmed($0.consequence.words, w(person: $0.by), w($0.on))) }
        let facts: [(BilingualText, String?)] = [
            (words.raisedOn, w(file.raisedOn)), (words.clearedOn, work.clearedOn.map { w($0) }),
            (words.owner, work.owner.map { w(person: $0) } ?? w(words.nobody)), (words.due, due), (words.consequence, confirmed),
        ]
        return facts.compactMap { label, value in value.map { FactView(label: w(label), value: $0) } }
    }

    /// What the reader can do now; where exactly they may, the use case asks again.
    private static func jobs(_ file: FlagFile, _ visit: Visit) -> [LinkView] {
        guard file.work.clearedOn == nil, file.work.state != .resolved else { return [] }
        let (words, address) = (Catalogue.flags, "\(FlagPages.address(of: file.organization))/\(file.code)")
        let (hasOwner, isOwn) = (file.work.owner != nil, file.work.owner == visit.caller.name)
        let all: [(Act, BilingualText, String, Bool)] = [
            (.answerFlag, words.answer, "/answer", true), (.assignFlag, words.take, "/owner", true),
            (.escalateFlag, words.escalate, "/escalation", hasOwner), (.resolveFlag, words.resolve, "/resolution", hasOwner),
            (.confirmFlag, words.confirm, "/confirmation", file.work.confirmation == nil && !isOwn),
        ]
        return all.filter { $0.3 && visit.mayDo(.act($0.0)) }.map { LinkView(label: visit.w($0.1), address: address + $0.2) }
    }
}

extension FlagFileView.Step {
    fileprivate init(_ step: HandledFlagStep, _ w: Words) {
        (moment, momentISO) = (w(step.at), step.at.rfc3339)
        what =
            switch step.act {
            case "assign": w(Act.assignFlag.words)
            case "answer": w(Act.answerFlag.words)
            case "escalate": w(Act.escalateFlag.words)
            case "resolve": w(Act.resolveFlag.words)
            case "confirm": w(Act.confirmFlag.words)
            default: w(Catalogue.flags.clearedStep)
            }
        detail = [w(person: step.caller), step.owner.map { "→ \(w(person: $0))" }, step.dueOn.map { w($0) }, step.note]
            .compactMap(\.self).joined(separator: " · ")
    }
}
