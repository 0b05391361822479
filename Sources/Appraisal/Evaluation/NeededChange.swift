package import Values

/// One indicator that has to change, and how far, in units that people use.
package struct NeededChange: Hashable, Sendable {
    /// Position of the indicator in the rubric.
    package let indicator: Int
    /// The present value; nil while it is unknown.
    package let from: Double?
    package let bound: ValueBound
    /// The nearest value that is good enough.
    package let needed: Double
    /// The money that makes up the change at present spending; nil where it is not a matter of money.
    package let amount: Money?
    /// Ends of the years whose reports or accounts are owed, oldest first; empty where it is not a matter of reports.
    package let owedYears: [Day]
}

extension Appraiser {
    /// What clears a flag; nil where the organization cannot change it.
    package func change(clearing flag: RaisedFlag, evidence: Evidence, asOf: Day) -> NeededChange? {
        guard let clearance = clearance(of: flag, evidence: evidence, asOf: asOf) else { return nil }
        return NeededChange(
            indicator: clearance.indicator, from: clearance.from, bound: clearance.bound, needed: clearance.needed,
            amount: clearance.amount, owedYears: owedYears(clearance.indicator, evidence, asOf))
    }

    /// What a step of an improvement asks for.
    package func change(taking step: Improvement.Step, evidence: Evidence, asOf: Day) -> NeededChange {
        NeededChange(
            indicator: step.indicator, from: step.from, bound: step.bound, needed: step.to,
            amount: amount(of: step, evidence: evidence, asOf: asOf), owedYears: owedYears(step.indicator, evidence, asOf))
    }

    private func owedYears(_ indicator: Int, _ evidence: Evidence, _ asOf: Day) -> [Day] {
        guard rubric.indicators[indicator].measure == .reportOverdueMonths else { return [] }
        let context = MeasureContext(
            evidence: evidence, asOf: asOf, cohorts: CohortIndex(asOf: asOf), reportDueMonths: rubric.reportDueMonths,
            cohortMinimum: rubric.cohortMinimum)
        return context.owedYears(evidence)
    }
}

extension NeededChange {
    /// The change in one sentence, `reserves: from 1.5 months to at least 3 months (+18,400.00 yuan at present spending)`.
    /// - Parameter currency: of the organization's accounts, three letters; nil where it is not known.
    package func words(by rubric: Rubric, currency: String?) -> BilingualText {
        let indicator = rubric.indicators[indicator]
        let bound = bound.words(in: indicator.unit)
        let notes = notes(unit: indicator.unit, currency: currency)
        let way =
            switch (from.map { indicator.unit.words(for: $0) }, indicator.unit) {
            case (let from?, .yesNo): BilingualText(zh: "由“\(from.zh)”改为“\(bound.zh)”", en: "from \(from.en) to \(bound.en)")
            case (let from?, _):
                // A figure stands apart from the words around it, a unit does not.
                BilingualText(
                    zh: "由 \(from.zh)\(from.zh.last?.isASCII == true ? " " : "")到\(bound.zh)", en: "from \(from.en) to \(bound.en)")
            case (nil, .yesNo): BilingualText(zh: "补登为“\(bound.zh)”", en: "put it on record as \(bound.en)")
            case (nil, _): BilingualText(zh: "补上记录，\(bound.zh)", en: "put it on record, with \(bound.en)")
            }
        return BilingualText(
            zh: "\(indicator.name.zh)：\(way.zh)" + (notes.isEmpty ? "" : "（\(notes.map(\.zh).joined(separator: "；"))）"),
            en: "\(indicator.name.en): \(way.en)" + (notes.isEmpty ? "" : " (\(notes.map(\.en).joined(separator: "; ")))"))
    }

    private func notes(unit: Indicator.Unit, currency: String?) -> [BilingualText] {
        var notes: [BilingualText] = []
        if let amount {
            let money = amount.words(currency: currency)
            notes.append(BilingualText(zh: "按目前支出为 +\(money.zh)", en: "+\(money.en) at present spending"))
        } else if let from, let words = unit.words(forChange: needed - from) {
            notes.append(words)
        }
        if !owedYears.isEmpty {
            let years = owedYears.map(\.iso)
            notes.append(
                BilingualText(
                    zh: "补交截至 \(years.joined(separator: "、")) 的年度报告",
                    en: "file the report\(years.count == 1 ? "" : "s") of the year to \(years.joined(separator: " and to "))"))
        }
        return notes
    }
}

extension Indicator.Unit {
    /// A difference with its sign, for units in which one counts; nil for the others.
    func words(forChange change: Double) -> BilingualText? {
        switch self {
        case .people, .posts, .count, .points, .months, .days, .years:
            let words = words(for: change)
            return change > 0 ? BilingualText(zh: "+\(words.zh)", en: "+\(words.en)") : words
        case .yesNo, .share, .ratio, .logRatio, .percentile, .grade, .amount: return nil
        }
    }
}

extension Money {
    /// With thousands marked and the currency named, `18,400.00 yuan`.
    func words(currency: String?) -> BilingualText {
        let (whole, cents) = (String(minorUnits.magnitude / 100), minorUnits.magnitude % 100)
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.utf8.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        let number = "\(minorUnits < 0 ? "-" : "")\(grouped).\(cents < 10 ? "0" : "")\(cents)"
        return switch currency {
        case "CNY": BilingualText(zh: "\(number) 元", en: "\(number) yuan")
        case let code?: BilingualText(zh: "\(number) \(code)", en: "\(number) \(code)")
        case nil: BilingualText(zh: number, en: number)
        }
    }
}
