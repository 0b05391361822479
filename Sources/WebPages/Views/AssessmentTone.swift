import Appraisal
import Values
import Workflow

extension Status {
    /// The end of a class of the stylesheet.
    var tone: String {
        switch self {
        case .unsustainable: "bad"
        case .watch: "watch"
        case .stable: "good"
        case .incomplete: "plain"
        }
    }
}

extension FlagRule.Severity {
    var tone: String {
        switch self {
        case .critical: "bad"
        case .high: "bad"
        case .medium: "watch"
        case .low: "plain"
        }
    }
}

extension ChipView {
    init(_ status: Status, _ w: Words) { self.init(tone: status.tone, label: w(status.words)) }

    init(_ severity: FlagRule.Severity, _ w: Words) { self.init(tone: severity.tone, label: w(severity.words)) }

    /// What was stored, in words; as it was stored where there are none.
    static func status(_ stored: String, _ w: Words) -> ChipView {
        Status(rawValue: stored).map { ChipView($0, w) } ?? ChipView(tone: "plain", label: stored)
    }

    static func severity(_ stored: String, _ w: Words) -> ChipView {
        FlagRule.Severity(rawValue: stored).map { ChipView($0, w) } ?? ChipView(tone: "plain", label: stored)
    }
}
