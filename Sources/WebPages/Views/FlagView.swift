import Appraisal
import Values
import Workflow

/// A flag with its reason, what would clear it and what it rests on.
struct FlagView: Encodable, Sendable {
    let code: String
    /// The rule's place on the page of the rubric.
    let rule: String
    let severity: ChipView
    let reason: String
    let action: String
    /// What would have to change; what the rule says in general where nothing is known in particular.
    let clears: String
    /// Whether the organization itself can do it.
    let isChangeable: Bool
    /// The milder flags that would then stand in its place.
    let then: String?
    let source: String
    let record: String?

    init(_ flag: AssessmentDetail.Flag, of run: AssessmentRun, remedies: Remedies?, _ w: Words) {
        code = flag.code
        rule = RubricPages.address(of: flag.code, in: run)
        severity = ChipView.severity(flag.severity, w)
        reason = w(flag.reason.text)
        action = w(flag.action.text)
        source = w(flag.source.text)
        record = flag.record.map { w(SourceReference.words(of: $0, w)) }
        let clearing = remedies?.clearings.first { $0.flag == flag.code }
        clears = clearing?.change.map { w($0.words) } ?? w(flag.clears.text)
        isChangeable = clearing.map { $0.change != nil } ?? true
        let following = clearing?.wouldRaise ?? []
        then = following.isEmpty ? nil : w(Catalogue.assessment.thenShows(following.joined(separator: w(Catalogue.frame.listMark))))
    }
}

extension SourceReference {
    /// The record that decided a value, such as `accounts 20121231`, in words.
    static func words(of text: String, _ w: Words) -> BilingualText {
        guard let reference = SourceReference(description: text) else { return Catalogue.assessment.record(text) }
        return Catalogue.assessment.record(reference.kind, Day(packed: reference.id))
    }
}

extension Day {
    /// A day that is kept as a number, `20121231`; nil for what is none.
    init?(packed number: Int64) {
        guard (10_000_101...99_991_231).contains(number) else { return nil }
        self.init(year: Int(number / 10_000), month: Int(number / 100 % 100), day: Int(number % 100))
    }
}
