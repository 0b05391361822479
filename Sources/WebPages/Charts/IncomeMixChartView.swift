import Incubation
import Values
import Workflow

/// Where the income of the last years came from, one bar a year.
struct IncomeMixChartView: Encodable, Sendable {
    struct Bar: Encodable, Sendable {
        let y: String
        let labelY: String
        let label: String
        let parts: [Part]
    }

    struct Part: Encodable, Sendable {
        let x: String
        let width: String
        let kind: String
        let label: String
        /// What is written into the part where there is room.
        let text: TickView?
    }

    struct Key: Encodable, Sendable {
        let kind: String
        let label: String
    }

    let description: String
    let height: String
    let bars: [Bar]
    let keys: [Key]
    let table: ChartTableView

    private static let (width, left, step, thickness) = (640.0, 52.0, 34.0, 24.0)
    private static let most = 5

    /// - Parameter accounts: in any order; of several receipts for a year the last one counts.
    /// - Returns: nil where no income is given by source.
    init?(_ accounts: [YearlyAccounts], _ w: Words) {
        let years = accounts.newestByYear.filter { $0.total > 0 }.prefix(Self.most).reversed()
        guard let newest = years.last else { return nil }
        let used = IncomeSource.allCases.filter { source in years.contains { ($0.incomeBySource[source] ?? .zero) > .zero } }
        bars = years.enumerated().map { index, year in Bar(year, row: index, used, w) }
        height = ChartText.number(Double(years.count) * Self.step + 6)
        keys = used.map { Key(kind: $0.rawValue, label: w($0.words)) }
        let shares = used.map { "\(w($0.words)) \(Percent.words(newest.share(of: $0)))" }.joined(separator: w(Catalogue.frame.listMark))
        description = w(Catalogue.charts.incomeDescription(newest.periodEnd.year, shares))
        table = ChartTableView(
            headings: [w(Catalogue.charts.year)] + used.map { w($0.words) },
            rows: years.map { year in
                ChartTableView.Row(
                    head: String(year.periodEnd.year), cells: used.map { w(year.incomeBySource[$0] ?? .zero, year.currency) })
            })
    }
}

extension IncomeMixChartView.Bar {
    private static let (left, length, step, thickness, roomForText) = (52.0, 580.0, 34.0, 24.0, 44.0)

    fileprivate init(_ year: YearlyAccounts, row: Int, _ sources: [IncomeSource], _ w: Words) {
        let top = Double(row) * Self.step + 4
        var x = Self.left
        var parts: [IncomeMixChartView.Part] = []
        for source in sources {
            let share = year.share(of: source)
            guard share > 0 else { continue }
            let width = Self.length * share
            let percent = Percent.words(share)
            let text = TickView(x: ChartText.number(x + width / 2), y: ChartText.number(top + 16), label: percent)
            parts.append(
                IncomeMixChartView.Part(
                    x: ChartText.number(x), width: ChartText.number(width), kind: source.rawValue, label: "\(w(source.words)) \(percent)",
                    text: width >= Self.roomForText ? text : nil))
            x += width
        }
        (y, labelY) = (ChartText.number(top), ChartText.number(top + 16))
        (label, self.parts) = (String(year.periodEnd.year), parts)
    }
}

extension YearlyAccounts {
    /// What the sources come to together, in minor units.
    var total: Double { incomeBySource.values.reduce(0) { $0 + max(0, Double($1.minorUnits)) } }

    func share(of source: IncomeSource) -> Double {
        total > 0 ? max(0, Double(incomeBySource[source]?.minorUnits ?? 0)) / total : 0
    }
}

extension [YearlyAccounts] {
    /// The last receipt of each year, the newest year first.
    var newestByYear: [YearlyAccounts] {
        var found: [Day: YearlyAccounts] = [:]
        for accounts in self {
            if let other = found[accounts.periodEnd], other.receivedOn > accounts.receivedOn { continue }
            found[accounts.periodEnd] = accounts
        }
        return found.values.sorted { $0.periodEnd > $1.periodEnd }
    }
}
