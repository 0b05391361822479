import Appraisal
import Values
import Workflow

/// What runs found about an organization in the course of time, as a line.
struct TrendChartView: Encodable, Sendable {
    struct Dot: Encodable, Sendable {
        let x: String
        let y: String
        let tone: String
        let label: String
    }

    let description: String
    let line: String
    let dots: [Dot]
    let levels: [TickView]
    let firstDay: TickView
    let lastDay: TickView
    /// From where on an organization is watched.
    let threshold: TickView?
    let table: ChartTableView

    private static let (width, height) = (640.0, 200.0)
    private static let (left, right, top, bottom) = (44.0, 12.0, 14.0, 26.0)

    /// - Parameter watchLine: the probability from which on an organization is watched.
    /// - Returns: nil for fewer than two estimates, which make no line.
    init?(_ trend: [TrendPoint], watchLine: Double?, _ w: Words) {
        let known = trend.compactMap { point in point.probability.map { (point, $0) } }
        guard known.count >= 2, let first = known.first?.0.asOf, let last = known.last?.0.asOf, last > first else { return nil }
        let words = Catalogue.charts
        let highest = known.map(\.1).max() ?? 0
        let top = Self.roundTop(max(highest, watchLine ?? 0))
        func x(_ day: Day) -> Double {
            Self.left + (Self.width - Self.left - Self.right) * Double(day.days(since: first)) / Double(last.days(since: first))
        }
        func y(_ share: Double) -> Double { Self.top + (Self.height - Self.top - Self.bottom) * (1 - share / top) }
        line = ChartText.points(known.map { (x($0.0.asOf), y($0.1)) })
        dots = known.map { point, share in
            let status = Status(rawValue: point.status)
            let label = "\(w(point.asOf))  \(Percent.words(share))  \(status.map { w($0.words) } ?? point.status)"
            return Dot(
                x: ChartText.number(x(point.asOf)), y: ChartText.number(y(share)), tone: status?.tone ?? "plain",
                label: label)
        }
        levels = [0, 0.5, 1].map { part in
            TickView(x: ChartText.number(Self.left - 6), y: ChartText.number(y(top * part)), label: Percent.words(top * part))
        }
        firstDay = TickView(x: ChartText.number(x(first)), y: ChartText.number(Self.height - 6), label: first.iso)
        lastDay = TickView(x: ChartText.number(x(last)), y: ChartText.number(Self.height - 6), label: last.iso)
        threshold = watchLine.map {
            TickView(x: ChartText.number(Self.width - Self.right), y: ChartText.number(y($0)), label: w(words.watchLine(Percent.words($0))))
        }
        description = w(
            words.trendDescription(
                from: w(first), to: w(last), start: Percent.words(known[0].1), end: Percent.words(known[known.count - 1].1)))
        table = ChartTableView(
            headings: [w(words.asOf), w(words.estimate), w(words.points), w(words.known), w(words.status)],
            rows: trend.map { point in
                ChartTableView.Row(
                    head: w(point.asOf),
                    cells: [
                        point.probability.map(Percent.words) ?? "–", String(point.points), Percent.words(point.coverage),
                        Status(rawValue: point.status).map { w($0.words) } ?? point.status,
                    ])
            })
    }

    /// The next of a few round shares, so that the scale does not jump about.
    private static func roundTop(_ share: Double) -> Double {
        [0.1, 0.2, 0.4, 0.6, 0.8].first { share <= $0 } ?? 1
    }
}
