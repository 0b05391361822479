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
        let unit = rubric.indicators[rubric.flags[rule].conditions[0].indicator].unit
        let value = value.map { unit.words(for: $0) } ?? BilingualText(zh: "未知", en: "unknown")
        let threshold = unit.words(for: threshold)
        func filled(_ template: BilingualText) -> BilingualText {
            BilingualText(zh: template.zh.filled(value.zh, threshold.zh), en: template.en.filled(value.en, threshold.en))
        }
        return (filled(rubric.flags[rule].reason), filled(rubric.flags[rule].clears))
    }
}

extension String {
    /// The text with every `{value}` and `{threshold}` replaced. It is done several times for every flag of every organization, and the library's
    /// general search of characters costs more than the whole appraisal.
    fileprivate func filled(_ value: String, _ threshold: String) -> String {
        var template = self
        return template.withUTF8 { template in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(template.count + value.utf8.count + threshold.utf8.count)
            var rest = template[...]
            while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
                bytes += rest[..<brace]
                rest = rest[brace...]
                if rest.starts(with: "{value}".utf8) {
                    bytes += value.utf8
                    rest = rest.dropFirst(7)
                } else if rest.starts(with: "{threshold}".utf8) {
                    bytes += threshold.utf8
                    rest = rest.dropFirst(11)
                } else {
                    bytes.append(UInt8(ascii: "{"))
                    rest = rest.dropFirst()
                }
            }
            bytes += rest
            return String(decoding: bytes, as: UTF8.self)
        }
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
