/// Numbers as drawings carry them.
enum ChartText {
    /// With one decimal at most.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let tenths = Int((min(max(value, -100_000), 100_000) * 10).rounded())
        let (whole, rest) = (tenths / 10, abs(tenths % 10))
        if rest == 0 { return String(whole) }
        return "\(tenths < 0 && whole == 0 ? "-" : "")\(whole).\(rest)"
    }

    /// Corners or points of a line.
    static func points(_ points: [(x: Double, y: Double)]) -> String {
        points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    }
}

/// The figures of a chart as a table, for whoever reads rather than looks.
struct ChartTableView: Encodable, Sendable {
    struct Row: Encodable, Sendable {
        let head: String
        let cells: [String]
    }

    let headings: [String]
    let rows: [Row]
}

/// A mark on an axis.
struct TickView: Encodable, Sendable {
    let x: String
    let y: String
    let label: String
}
