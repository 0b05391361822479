package import Values

extension Evaluation {
    /// Everything that adds to the log-odds at a horizon, the intercept first, then in the rubric's order. The parts add up to the estimate's logit.
    package func contributions(by rubric: Rubric, horizon: Horizon) -> [Contribution] {
        let population = rubric.populations[population]
        var parts = [Contribution(part: .intercept, points: 0, logOdds: population.intercepts[horizon])]
        for (index, points) in points.enumerated() where points > 0 {
            let part: Contribution.Part =
                index < readings.count ? .indicator(index) : .combination(index - readings.count)
            parts.append(Contribution(part: part, points: points, logOdds: rubric.logOdds(ofPoints: points, in: population)))
        }
        return parts
    }

    /// For each family of the rubric 0 (every observed indicator at its worst) to 100 (no points); nil where nothing that carries points is observed.
    package func subScores(by rubric: Rubric) -> [Double?] {
        var (points, most) = (rubric.families.map { _ in 0 }, rubric.families.map { _ in 0 })
        for (index, reading) in readings.enumerated() where reading.state == .observed {
            let indicator = rubric.indicators[index]
            points[indicator.family] += self.points[index]
            most[indicator.family] += indicator.mostPoints
        }
        return zip(points, most).map { points, most in most == 0 ? nil : 100 * (1 - Double(points) / Double(most)) }
    }

    /// Whether the organization's evidence supports showing a probability at all.
    package var showsProbability: Bool { coverageClass != .insufficient }
}

extension RaisedFlag {
    /// Why it was raised, with the value and the threshold in words.
    package func reason(by rubric: Rubric) -> BilingualText { words(by: rubric).reason }

    /// What would clear it.
    package func clears(by rubric: Rubric) -> BilingualText { words(by: rubric).clears }

    /// Why it was raised, with the value and the threshold in words, and what would clear it.
    package func words(by rubric: Rubric) -> (reason: BilingualText, clears: BilingualText) {
        let rule = rubric.flags[rule]
        let unit = rubric.indicators[rule.conditions[0].indicator].unit
        let value = value.map { unit.words(for: $0) } ?? BilingualText(zh: "未知", en: "unknown")
        let threshold = unit.words(for: threshold)
        func filled(_ template: BilingualText) -> BilingualText {
            BilingualText(zh: template.zh.filled(value.zh, threshold.zh), en: template.en.filled(value.en, threshold.en))
        }
        return (filled(rule.reason), filled(rule.clears))
    }
}

extension String {
    /// The text with every `{value}` and `{threshold}` replaced. It is done several times for every flag of every organization, and the library's
    /// general search of characters costs more than the whole appraisal.
    fileprivate func filled(_ value: String, _ threshold: String) -> String {
        var (text, rest) = ("", self[...])
        while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            text += rest[..<brace]
            rest = rest[brace...]
            if rest.utf8.starts(with: "{value}".utf8) {
                text += value
                rest = rest[rest.utf8.index(brace, offsetBy: 7)...]
            } else if rest.utf8.starts(with: "{threshold}".utf8) {
                text += threshold
                rest = rest[rest.utf8.index(brace, offsetBy: 11)...]
            } else {
                text += "{"
                rest = rest[rest.utf8.index(after: brace)...]
            }
        }
        return text + rest
    }
}

extension Contribution.Part {
    /// `intercept`, or the code of the indicator or combination.
    package func code(in rubric: Rubric) -> String {
        switch self {
        case .intercept: "intercept"
        case .indicator(let index): rubric.indicators[index].code
        case .combination(let index): rubric.combinations[index].code
        }
    }
}
