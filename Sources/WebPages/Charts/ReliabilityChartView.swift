import Values
import Workflow

/// Estimates held against what happened, group by group: on the diagonal both agree.
struct ReliabilityChartView: Encodable, Sendable {
    struct Dot: Encodable, Sendable {
        let x: String
        let y: String
        /// Where the 95 % interval of the share ends.
        let low: String
        let high: String
        let label: String
    }

    /// Told from other charts of the page.
    let id: String
    let title: String
    let description: String
    let dots: [Dot]
    let across: [TickView]
    let up: [TickView]
    let table: ChartTableView

    private static let (left, top, side) = (48.0, 12.0, 240.0)

    /// - Parameter groups: the lowest estimates first.
    /// - Returns: nil where there is nothing to draw.
    init?(_ groups: [ReliabilityGroup], id: String, title: BilingualText, _ w: Words) {
        guard let first = groups.first, let last = groups.last, groups.allSatisfy({ $0.estimate.isFinite && $0.share.isFinite }) else {
            return nil
        }
        let limit = Self.limit(groups)
        func x(_ value: Double) -> String { ChartText.number(Self.left + Self.side * min(max(value / limit, 0), 1)) }
        func y(_ value: Double) -> String { ChartText.number(Self.top + Self.side * (1 - min(max(value / limit, 0), 1))) }
        self.id = id
        self.title = w(title)
        let words = Catalogue.charts
        let cases = groups.reduce(0) { $0 + $1.cases }
        description = w(
            words.reliabilityDescription(
                w(cases), groups.count, low: (Percent.words(first.estimate), Percent.words(first.share)),
                high: (Percent.words(last.estimate), Percent.words(last.share))))
        dots = groups.map { group in
            Dot(
                x: x(group.estimate), y: y(group.share), low: y(group.lowest), high: y(group.highest),
                label: w(words.reliabilityGroup(Percent.words(group.estimate), Percent.words(group.share), group.exits, group.cases)))
        }
        let below = ChartText.number(Self.top + Self.side + 16)
        across = [0, 0.5, 1].map { TickView(x: x(limit * $0), y: below, label: Percent.words(limit * $0)) }
        up = [0, 0.5, 1].map { TickView(x: ChartText.number(Self.left - 6), y: y(limit * $0), label: Percent.words(limit * $0)) }
        table = ChartTableView(
            headings: [w(words.group), w(words.cases), w(words.meanEstimate), w(words.exits), w(words.exitShare), w(words.interval)],
            rows: groups.enumerated().map { number, group in
                ChartTableView.Row(
                    head: String(number + 1),
                    cells: [
                        w(group.cases), Percent.words(group.estimate), w(group.exits), Percent.words(group.share),
                        "\(Percent.words(group.lowest))–\(Percent.words(group.highest))",
                    ])
            })
    }

    /// Where both axes end: the first of a few round shares that holds every estimate and share.
    private static func limit(_ groups: [ReliabilityGroup]) -> Double {
        let most = groups.reduce(0) { max($0, $1.estimate, $1.share) }
        return [0.05, 0.1, 0.2, 0.4, 0.6, 0.8].first { most <= $0 } ?? 1
    }
}

/// A group of cases of like estimate, and how many of them left.
struct ReliabilityGroup: Sendable {
    let cases: Int
    let exits: Int
    let estimate: Double
    let share: Double
    /// 95 % interval of the share.
    let lowest: Double
    let highest: Double
}
