package import Appraisal
package import Values

/// The words for what assessments are made of.

extension Status {
    package var words: BilingualText {
        switch self {
        case .unsustainable: text("难以持续", "unsustainable")
        case .watch: text("需关注", "watch")
        case .stable: text("稳定", "stable")
        case .incomplete: text("资料不全", "incomplete")
        }
    }
}

extension CoverageClass {
    package var words: BilingualText {
        switch self {
        case .high: text("高", "high")
        case .medium: text("中", "medium")
        case .low: text("低", "low")
        case .insufficient: text("不足", "insufficient")
        }
    }
}

extension FlagRule.Severity {
    package var words: BilingualText {
        switch self {
        case .low: text("低", "low")
        case .medium: text("中", "medium")
        case .high: text("高", "high")
        case .critical: text("严重", "critical")
        }
    }
}

extension IndicatorState {
    package var words: BilingualText {
        switch self {
        case .observed: text("已观测", "observed")
        case .notYetDue: text("未到期", "not yet due")
        case .dueButMissing: text("到期未报", "due but missing")
        case .notApplicable: text("不适用", "not applicable")
        }
    }
}
