import Appraisal
import Values
import Workflow

/// A rubric for people to read, from top to bottom.
struct RubricText {
    let rubric: Rubric
    let hash: String
    let language: Language

    var lines: [String] {
        var lines = heading
        for (position, family) in rubric.families.enumerated() {
            lines += ["", "\(family.name[language])  (\(family.code))"]
            for indicator in rubric.indicators where indicator.family == position { lines += self.lines(of: indicator) }
        }
        for combination in rubric.combinations { lines += self.lines(of: combination) }
        lines += ["", say("预警规则", "flags")]
        for rule in rubric.flags { lines += self.lines(of: rule) }
        lines += ["", say("组织类别", "kinds of organizations")]
        for population in rubric.populations { lines += self.lines(of: population) }
        return lines
    }

    private func say(_ zh: String, _ en: String) -> String { language == .english ? en : zh }

    private var heading: [String] {
        let through = rubric.validThrough.map { say(" 至 \($0)", " through \($0)") } ?? ""
        let (watch, red) = (percent(rubric.lines.watch), percent(rubric.lines.unsustainable))
        return [
            "\(rubric.id)  \(rubric.title[language])",
            say("自 \(rubric.validFrom) 起有效\(through)，作者 \(rubric.author)", "valid from \(rubric.validFrom)\(through), by \(rubric.author)"),
            say("内容摘要 \(hash)", "hash \(hash)"),
            say(
                "每分增加对数几率 \(rubric.logOddsPerPoint)；24 个月内终止的可能达 \(watch) 为需关注，达 \(red) 为难以持续",
                "a point adds \(rubric.logOddsPerPoint) to the log-odds; watch from \(watch), unsustainable from \(red) within 24 months"),
            rubric.notes[language],
        ]
    }

    private func percent(_ share: Double) -> String { Indicator.Unit.share.words(for: share)[language] }

    private func lines(of indicator: Indicator) -> [String] {
        let direction =
            switch indicator.worse {
            case .lower: say("越低越差", "lower is worse")
            case .higher: say("越高越差", "higher is worse")
            case .context: say("仅供参考", "for information only")
            }
        let changeable = indicator.isChangeable ? say("可改变", "can be changed") : say("不可改变", "cannot be changed")
        var lines = [
            "  \(indicator.code)  \(indicator.name[language])  [\(direction), \(changeable)]", "      \(indicator.definition[language])",
        ]
        for band in indicator.bands {
            lines.append("      \(range(band.bounds, indicator.unit))  \(points(band.points))")
        }
        if indicator.mostPoints > 0 {
            lines.append("      \(say("到期未报", "due but missing"))  \(points(indicator.missingPoints))")
            if indicator.notYetDuePoints > 0 { lines.append("      \(say("未到期", "not yet due"))  \(points(indicator.notYetDuePoints))") }
        }
        if let requirement = indicator.requirement {
            lines.append("      \(say("完备要求", "complete when")) \(range(requirement, indicator.unit))")
        }
        return lines + ["      \(say("依据", "evidence"))  \(indicator.evidence)"]
    }

    private func points(_ points: Int) -> String { say("\(points) 分", points == 1 ? "1 point" : "\(points) points") }

    private func range(_ bounds: Indicator.Bounds, _ unit: Indicator.Unit) -> String {
        let (low, high) = (bounds.atLeast.map { unit.words(for: $0)[language] }, bounds.below.map { unit.words(for: $0)[language] })
        return switch (low, high) {
        case (nil, nil): say("任何值", "any value")
        case (let low?, nil): say("\(low) 及以上", "\(low) or more")
        case (nil, let high?): say("低于 \(high)", "below \(high)")
        case (let low?, let high?): say("\(low) 至不到 \(high)", "\(low) to below \(high)")
        }
    }

    private func lines(of combination: Combination) -> [String] {
        let conditions = combination.conditions.map { condition(rubric.indicators[$0.indicator], $0.comparison, $0.threshold) }
        return [
            "", "\(combination.code)  \(combination.name[language])",
            "      \(conditions.joined(separator: say(" 且 ", " and ")))  \(points(combination.points))",
        ]
    }

    private func condition(_ indicator: Indicator, _ comparison: Comparison, _ threshold: Double) -> String {
        let sign =
            switch comparison {
            case .less: "<"
            case .atMost: "≤"
            case .greater: ">"
            case .atLeast: "≥"
            }
        return "\(indicator.code) \(sign) \(indicator.unit.words(for: threshold)[language])"
    }

    private func lines(of rule: FlagRule) -> [String] {
        let conditions = rule.conditions.map { part in
            let states = part.states.map { $0.words[language] }.joined(separator: say("或", " or "))
            return condition(rubric.indicators[part.indicator], part.comparison, part.threshold) + " (\(states))"
        }
        var lines = [
            "  \(rule.code)  \(rule.severity.words[language])  \(rule.name[language])",
            "      \(conditions.joined(separator: say(" 且 ", " and ")))",
            "      \(say("原因", "reason"))  \(rule.reason[language])",
            "      \(say("建议", "action"))  \(rule.action[language])",
            "      \(say("解除", "clears"))  \(rule.clears[language])",
            "      \(say("依据", "source"))  \(rule.source[language])",
            "      \(say("证据", "evidence"))  \(rule.evidence)",
        ]
        if !rule.supersedes.isEmpty {
            lines.append("      \(say("取代", "supersedes"))  \(rule.supersedes.map { rubric.flags[$0].code }.joined(separator: ", "))")
        }
        return lines
    }

    private func lines(of population: Population) -> [String] {
        let horizons = Horizon.allCases.map { "\($0.rawValue): \(population.intercepts[$0])" }.joined(separator: ", ")
        let excluded = zip(rubric.indicators, population.applies).filter { !$0.1 }.map(\.0.code)
        var lines = [
            "  \(population.code)  \(population.name[language])", "      \(say("截距", "intercepts"))  \(horizons)",
            "      \(say("斜率", "slope"))  \(population.slope)",
            "      \(say("来源", "basis"))  \(population.basis[language])",
        ]
        if !excluded.isEmpty { lines.append("      \(say("不适用", "does not apply"))  \(excluded.joined(separator: " "))") }
        return lines
    }
}
