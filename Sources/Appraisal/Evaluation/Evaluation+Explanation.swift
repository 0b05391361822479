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
    package func reason(by rubric: Rubric) -> BilingualText {
        filled(rubric.flags[rule].reason, rubric)
    }

    /// What would clear it.
    package func clears(by rubric: Rubric) -> BilingualText {
        filled(rubric.flags[rule].clears, rubric)
    }

    private func filled(_ template: BilingualText, _ rubric: Rubric) -> BilingualText {
        let unit = rubric.indicators[rubric.flags[rule].conditions[0].indicator].unit
        let value = value.map { unit.words(for: $0) } ?? BilingualText(zh: "未知", en: "unknown")
        let threshold = unit.words(for: threshold)
        func fill(_ text: String, _ value: String, _ threshold: String) -> String {
            text.filling("{value}", with: value).filling("{threshold}", with: threshold)
        }
        return BilingualText(zh: fill(template.zh, value.zh, threshold.zh), en: fill(template.en, value.en, threshold.en))
    }
}

extension String {
    /// The text with every occurrence of a mark replaced. Searched byte by byte, because it is done several times for every flag of every organization
    /// and the library's general search of characters costs more than the whole appraisal.
    fileprivate func filling(_ mark: StaticString, with words: String) -> String {
        let found = utf8.withContiguousStorageIfAvailable { bytes -> [UInt8]? in
            mark.withUTF8Buffer { mark -> [UInt8]? in
                var (filled, start, index) = ([UInt8](), 0, 0)
                while index + mark.count <= bytes.count {
                    guard bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) else {
                        index += 1
                        continue
                    }
                    filled += bytes[start..<index]
                    filled += words.utf8
                    index += mark.count
                    start = index
                }
                return start == 0 ? nil : filled + bytes[start...]
            }
        }
        guard let found else { return replacing(mark.description, with: words) }
        return found.map { String(decoding: $0, as: UTF8.self) } ?? self
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
