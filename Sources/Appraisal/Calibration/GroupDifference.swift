package import Values

/// Whether estimates and flags do as well for one kind of organizations as for another.
package struct GroupDifference: Hashable, Sendable {
    package let dimension: Dimension
    package let group: BilingualText
    package let balance: ExpectedAndObserved
    package let area: Double?
    /// Of those that stayed, the share that was watched or called unsustainable: who bears the false alarms.
    package let alarmedAmongStays: Double?
    /// Of those that left, the share that was watched or called unsustainable.
    package let alarmedAmongExits: Double?

    /// By what organizations are told apart.
    package enum Dimension: String, CaseIterable, Sendable {
        case type, size, age

        package var words: BilingualText {
            switch self {
            case .type: BilingualText(zh: "类型", en: "type")
            case .size: BilingualText(zh: "规模", en: "size")
            case .age: BilingualText(zh: "年龄", en: "age")
            }
        }
    }

    /// Every group that has cases; size is the place of the income among organizations of the same kind, age in years.
    /// - Parameter evaluations: one per case, each by the rubric.
    package static func all(_ evaluations: [Evaluation], exits: [Bool], rubric: Rubric, horizon: Horizon) -> [GroupDifference] {
        let size = rubric.indicators.firstIndex { $0.measure == .incomePercentile }
        let age = rubric.indicators.firstIndex { $0.measure == .ageYears }
        return Dimension.allCases.flatMap { dimension in
            var groups: [Int: [Int]] = [:]
            for (position, evaluation) in evaluations.enumerated() {
                let group: Int? =
                    switch dimension {
                    case .type: evaluation.population
                    case .size: step(of: size.flatMap { evaluation.readings[$0].value }, sizes.map(\.below))
                    case .age: step(of: age.flatMap { evaluation.readings[$0].value }, ages.map(\.below))
                    }
                groups[group ?? -1, default: []].append(position)
            }
            return groups.sorted { $0.key < $1.key }.map { number, members in
                GroupDifference(
                    dimension, name(of: number, dimension, rubric), members.map { evaluations[$0] }, members.map { exits[$0] }, horizon)
            }
        }
    }

    private init(_ dimension: Dimension, _ group: BilingualText, _ evaluations: [Evaluation], _ exits: [Bool], _ horizon: Horizon) {
        let logits = evaluations.map { $0.probabilities[horizon].logit }
        let alarmed = evaluations.map { $0.status == .watch || $0.status == .unsustainable }
        func share(_ left: Bool) -> Double? {
            let among = exits.indices.filter { exits[$0] == left }
            return among.isEmpty ? nil : Double(among.count { alarmed[$0] }) / Double(among.count)
        }
        self.dimension = dimension
        self.group = group
        balance = ExpectedAndObserved(logits: logits, exits: exits)
        area = Discrimination.areaUnderCurve(scores: logits, exits: exits)
        alarmedAmongStays = share(false)
        alarmedAmongExits = share(true)
    }

    private static let sizes: [(below: Double, words: BilingualText)] = [
        (1.0 / 3, BilingualText(zh: "收入最低三分之一", en: "lowest third of income")),
        (2.0 / 3, BilingualText(zh: "中间三分之一", en: "middle third")),
        (.infinity, BilingualText(zh: "收入最高三分之一", en: "highest third")),
    ]
    private static let ages: [(below: Double, words: BilingualText)] = [
        (3, BilingualText(zh: "不到 3 年", en: "under 3 years")), (10, BilingualText(zh: "3 至 10 年", en: "3 to 10 years")),
        (.infinity, BilingualText(zh: "10 年以上", en: "10 years and more")),
    ]

    private static func step(of value: Double?, _ ends: [Double]) -> Int? {
        value.flatMap { value in ends.firstIndex { value < $0 } }
    }

    private static func name(of group: Int, _ dimension: Dimension, _ rubric: Rubric) -> BilingualText {
        guard group >= 0 else { return BilingualText(zh: "不详", en: "not known") }
        return switch dimension {
        case .type: rubric.populations[group].name
        case .size: sizes[group].words
        case .age: ages[group].words
        }
    }
}
