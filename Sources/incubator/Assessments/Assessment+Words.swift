import Appraisal
import Values
import Workflow

extension Status {
    var words: BilingualText {
        switch self {
        case .unsustainable: BilingualText(zh: "难以持续", en: "unsustainable")
        case .watch: BilingualText(zh: "需关注", en: "watch")
        case .stable: BilingualText(zh: "稳定", en: "stable")
        case .incomplete: BilingualText(zh: "资料不全", en: "incomplete")
        }
    }
}

extension CoverageClass {
    var words: BilingualText {
        switch self {
        case .high: BilingualText(zh: "高", en: "high")
        case .medium: BilingualText(zh: "中", en: "medium")
        case .low: BilingualText(zh: "低", en: "low")
        case .insufficient: BilingualText(zh: "不足", en: "insufficient")
        }
    }
}

extension FlagRule.Severity {
    var words: BilingualText {
        switch self {
        case .low: BilingualText(zh: "低", en: "low")
        case .medium: BilingualText(zh: "中", en: "medium")
        case .high: BilingualText(zh: "高", en: "high")
        case .critical: BilingualText(zh: "严重", en: "critical")
        }
    }
}

extension IndicatorState {
    var words: BilingualText {
        switch self {
        case .observed: BilingualText(zh: "已观测", en: "observed")
        case .notYetDue: BilingualText(zh: "未到期", en: "not yet due")
        case .dueButMissing: BilingualText(zh: "到期未报", en: "due but missing")
        case .notApplicable: BilingualText(zh: "不适用", en: "not applicable")
        }
    }
}

extension StoredAssessment {
    /// The assessment for people: a line about the organization, then its flags with reason and what to do.
    /// - Parameter remedy: more lines about the flag of a code.
    func lines(in language: Language, remedy: (String) -> [String] = { _ in [] }) -> [String] {
        let shown = language == .english ? englishName ?? name : name
        var parts = ["\(organization)  \(shown)", Status(rawValue: status)?.words[language] ?? status]
        parts.append(language == .english ? "\(points) points" : "\(points) 分")
        if let probability {
            let range = [probabilityLow, probabilityHigh].compactMap { $0.map(Percent.words) }.joined(separator: "–")
            let note = Calibration(rawValue: detail.calibration)?.words[language] ?? ""
            parts.append(
                language == .english
                    ? "\(Percent.words(probability)) likely to end within 24 months (\(range), \(note))"
                    : "24 个月内终止的可能 \(Percent.words(probability))（\(range)，\(note)）")
        }
        parts.append(language == .english ? "\(Percent.words(coverage)) known" : "已知 \(Percent.words(coverage))")
        let flags = detail.flags.flatMap { flag in
            [
                "    \(flag.code)  \(FlagRule.Severity(rawValue: flag.severity)?.words[language] ?? flag.severity)  "
                    + flag.reason.text[language],
                "        \(flag.action.text[language])",
            ] + remedy(flag.code).map { "        " + $0 }
        }
        return ([parts.joined(separator: "  ")] + flags).map(DisplayWidth.harmless)
    }
}
