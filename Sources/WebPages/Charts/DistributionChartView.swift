import Values
import Workflow

/// How the estimates of a district's organizations lie, with the place of one of them.
struct DistributionChartView: Encodable, Sendable {
    struct Column: Encodable, Sendable {
        let x: String
        let y: String
        let width: String
        let height: String
        let isHere: Bool
        let label: String
    }

    let description: String
    let columns: [Column]
    let here: TickView
    let shares: [TickView]
    let table: ChartTableView

    private static let (width, height, left, bottom, top) = (320.0, 190.0, 8.0, 24.0, 24.0)

    /// - Returns: nil where too few were estimated for a picture.
    init?(_ distribution: EstimateDistribution, probability: Double, _ w: Words) {
        let counts = distribution.counts
        guard distribution.total >= 5, let most = counts.max(), most > 0 else { return nil }
        let step = (Self.width - 2 * Self.left) / Double(counts.count)
        let own = distribution.part(of: probability)
        let room = Self.height - Self.bottom - Self.top
        func share(_ index: Int) -> String { Percent.words(Double(index) / Double(counts.count)) }
        columns = counts.enumerated().map { index, count in
            let size = room * Double(count) / Double(most)
            return Column(
                x: ChartText.number(Self.left + Double(index) * step + 1), y: ChartText.number(Self.height - Self.bottom - size),
                width: ChartText.number(step - 2), height: ChartText.number(size), isHere: index == own,
                label: w(Catalogue.charts.inPart(share(index), share(index + 1), Int(count))))
        }
        let ownSize = room * Double(counts[own]) / Double(most)
        here = TickView(
            x: ChartText.number(Self.left + (Double(own) + 0.5) * step), y: ChartText.number(Self.height - Self.bottom - ownSize - 7),
            label: w(Catalogue.charts.here))
        shares = [0, counts.count / 4, counts.count / 2, counts.count * 3 / 4, counts.count].map { index in
            TickView(
                x: ChartText.number(Self.left + Double(index) * step), y: ChartText.number(Self.height - 6), label: share(index))
        }
        let below = counts[..<own].reduce(0, +)
        description = w(Catalogue.charts.distributionDescription(Int(below), of: Int(distribution.total)))
        table = ChartTableView(
            headings: [w(Catalogue.charts.estimate), w(Catalogue.charts.organizations)],
            rows: counts.enumerated().filter { $0.element > 0 }.map { index, count in
                ChartTableView.Row(head: "\(share(index))–\(share(index + 1))", cells: [w(count)])
            })
    }
}
