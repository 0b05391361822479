import Appraisal
import Values
import Workflow

extension StoredAssessment {
    /// The assessment for people: a line about the organization, then its flags with reason and what to do.
    /// - Parameter remedy: more lines about the flag of a code.
    func lines(in language: Language, remedy: (String) -> [String] = { _ in [] }) -> [String] {
        let shown = language == .english ? englishName ?? name : name
        var parts = ["\(organization)  \(shown)", Status(rawValue: status)?.words[language] ?? status]
        parts.append(language == .english ? "\(points) points" : "\(points) 分")
        if let probability {
            let range = [probabilityLow, probabilityHigh].compactMap { $0.map(Percent.words) }.joined(separator: "–")
            let note = CalibrationStage(rawValue: detail.calibration)?.words[language] ?? ""
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
