import SeededRandom

@testable import Appraisal

/// Rubrics made up from a seed: the shipped one with other bands, thresholds, requirements and combinations.
struct RandomRubric {
    private var random: Seed

    init(seed: UInt64) {
        random = Seed(seed)
    }

    private mutating func number() -> Double {
        // Few different ones, so that thresholds coincide with values and with each other.
        [-1200, -1, -0.5, 0, 0.1, 0.5, 1, 2, 3, 6, 12, 24, 60, 1200].randomElement(using: &random) ?? 0
    }

    mutating func rubric() throws -> Rubric {
        guard case .record(var fields) = try SharedFiles.document("sql/reference/rubrics/pooled-2.json"),
            case .list(let indicators)? = fields["indicators"], case .list(let flags)? = fields["flags"]
        else { throw RubricFault(place: "", problem: .missing) }
        let changed = indicators.map { indicator($0) }
        fields["indicators"] = .list(changed)
        let worse: [String: String] = changed.reduce(into: [:]) { worse, indicator in
            if let code = indicator["code"]?.text { worse[code] = indicator["worse"]?.text }
        }
        fields["flags"] = .list(flags.map { flag($0) })
        fields["combinations"] = .list((0..<3).map { combination($0, of: worse) })
        return try Rubric(reading: .record(fields))
    }

    private mutating func indicator(_ value: RubricValue) -> RubricValue {
        guard case .record(var fields) = value else { return value }
        if fields["requirement"] != nil { fields["requirement"] = .record(["atLeast": .number(number())]) }
        guard let worse = fields["worse"]?.text, worse != "context", Bool.random(using: &random) else { return .record(fields) }
        let cuts = Set((0..<Int.random(in: 0...6, using: &random)).map { _ in number() }).sorted()
        let rising = (0...cuts.count).map { _ in Int.random(in: 0...9, using: &random) }.sorted()
        let points = worse == "lower" ? rising.reversed() : rising
        fields["bands"] = .list(
            points.indices.map { index in
                var band: [String: RubricValue] = ["points": .number(Double(points[index]))]
                if index > 0 { band["atLeast"] = .number(cuts[index - 1]) }
                if index < cuts.count { band["below"] = .number(cuts[index]) }
                return .record(band)
            })
        fields["missingPoints"] = .number(Double((points.max() ?? 0) + Int.random(in: 0...2, using: &random)))
        fields["notYetDuePoints"] = .number(Double(Int.random(in: 0...2, using: &random)))
        return .record(fields)
    }

    private mutating func flag(_ value: RubricValue) -> RubricValue {
        guard case .record(var fields) = value, case .list(let conditions)? = fields["conditions"] else { return value }
        fields["conditions"] = .list(
            conditions.map { condition in
                guard case .record(var fields) = condition else { return condition }
                fields["threshold"] = .number(number())
                if Bool.random(using: &random) { fields["states"] = .list(["observed", "dueButMissing"].map(RubricValue.text)) }
                return .record(fields)
            })
        return .record(fields)
    }

    private mutating func combination(_ index: Int, of worse: [String: String]) -> RubricValue {
        let codes = worse.keys.filter { worse[$0] != "context" }.sorted().shuffled(using: &random).prefix(2)
        let words = RubricValue.record(["zh": .text("组合"), "en": .text("together")])
        return .record([
            "code": .text("C\(index)"), "name": words, "points": .number(Double(Int.random(in: 1...4, using: &random))),
            "conditions": .list(
                codes.map { code in
                    let comparisons = worse[code] == "lower" ? ["less", "atMost"] : ["greater", "atLeast"]
                    return .record([
                        "indicator": .text(code), "comparison": .text(comparisons.randomElement(using: &random) ?? ""),
                        "threshold": .number(number()),
                    ])
                }),
        ])
    }
}

extension RubricValue {
    fileprivate subscript(_ name: String) -> RubricValue? {
        if case .record(let fields) = self { fields[name] } else { nil }
    }

    fileprivate var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
