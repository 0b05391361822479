/// How well scores tell exits from stays.
package enum Discrimination {
    /// Probability that an exit scores above a stay, ties counting half; nil without both.
    package static func areaUnderCurve(scores: [Double], exits: [Bool]) -> Double? {
        area(zip(scores, exits).map { ($0, $1, 1) })
    }

    /// The same where each case counts several times, as in a bootstrap sample.
    static func area(_ cases: [(score: Double, exit: Bool, weight: Int)]) -> Double? {
        let sorted = cases.filter { $0.weight > 0 && !$0.score.isNaN }.sorted { $0.score < $1.score }
        var (staysBelow, sum, exits) = (0.0, 0.0, 0.0)
        var index = 0
        while index < sorted.count {
            var (tiedStays, tiedExits) = (0.0, 0.0)
            let score = sorted[index].score
            while index < sorted.count, sorted[index].score == score {
                if sorted[index].exit { tiedExits += Double(sorted[index].weight) } else { tiedStays += Double(sorted[index].weight) }
                index += 1
            }
            sum += tiedExits * (staysBelow + tiedStays / 2)
            staysBelow += tiedStays
            exits += tiedExits
        }
        guard exits > 0, staysBelow > 0 else { return nil }
        return sum / (exits * staysBelow)
    }

    /// Middle 95 % of the area over samples of whole organizations drawn with replacement; nil when no sample has both outcomes.
    package static func interval(
        scores: [Double], exits: [Bool], organizations: [Int], samples: Int, using generator: inout some RandomNumberGenerator
    ) -> ClosedRange<Double>? {
        let names = Array(Set(organizations)).sorted()
        guard !names.isEmpty else { return nil }
        let position = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        let member = organizations.map { position[$0] ?? 0 }
        let order = scores.indices.filter { !scores[$0].isNaN }.sorted { scores[$0] < scores[$1] }
        var areas: [Double] = []
        for _ in 0..<samples {
            var drawn = [Int](repeating: 0, count: names.count)
            for _ in names { drawn[Int.random(in: 0..<names.count, using: &generator)] += 1 }
            if let area = area(inOrder: order, scores: scores, exits: exits, weights: member.map { drawn[$0] }) { areas.append(area) }
        }
        guard !areas.isEmpty else { return nil }
        areas.sort()
        return areas[Int(Double(areas.count - 1) * 0.025)]...areas[Int(Double(areas.count - 1) * 0.975)]
    }

    /// The area of cases already in ascending order of score.
    private static func area(inOrder order: [Int], scores: [Double], exits: [Bool], weights: [Int]) -> Double? {
        var (staysBelow, sum, exitsSeen) = (0, 0.0, 0)
        var index = 0
        while index < order.count {
            var (tiedStays, tiedExits) = (0, 0)
            let score = scores[order[index]]
            while index < order.count, scores[order[index]] == score {
                let member = order[index]
                if exits[member] { tiedExits += weights[member] } else { tiedStays += weights[member] }
                index += 1
            }
            sum += Double(tiedExits) * (Double(staysBelow) + Double(tiedStays) / 2)
            staysBelow += tiedStays
            exitsSeen += tiedExits
        }
        guard exitsSeen > 0, staysBelow > 0 else { return nil }
        return sum / (Double(exitsSeen) * Double(staysBelow))
    }

    /// Share of exits among the worst-scored part divided by their share among all; nil without exits.
    package static func lift(scores: [Double], exits: [Bool], worst part: Double) -> Double? {
        let all = exits.count { $0 }
        let count = Int((Double(scores.count) * part).rounded(.up))
        guard all > 0, count > 0 else { return nil }
        let found = worstFirst(scores).prefix(count).count { exits[$0] }
        return Double(found) / Double(count) * Double(scores.count) / Double(all)
    }

    /// Share of all exits that is found in the worst-scored part; nil without exits.
    package static func recall(scores: [Double], exits: [Bool], worst part: Double) -> Double? {
        let all = exits.count { $0 }
        guard all > 0 else { return nil }
        let count = Int((Double(scores.count) * part).rounded(.up))
        return Double(worstFirst(scores).prefix(count).count { exits[$0] }) / Double(all)
    }

    private static func worstFirst(_ scores: [Double]) -> [Int] {
        scores.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
    }
}
