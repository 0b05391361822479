import Values

/// How many there are of one sort.
struct BarCount: Sendable {
    let label: String
    let count: Int64
    /// The end of a class of the stylesheet.
    var tone = "accent"
    /// Where they are listed.
    var address: String?
}

/// Counts as bars beside their words.
struct BarListView: Encodable, Sendable {
    struct Bar: Encodable, Sendable {
        let label: String
        let count: String
        let share: String
        let width: String
        let tone: String
        let address: String?
    }

    let heading: String
    let bars: [Bar]

    /// - Parameter whole: what shares are of; nil for the sum of the counts.
    init(_ heading: String, _ items: [BarCount], _ w: Words, of whole: Int64? = nil) {
        self.heading = heading
        let whole = Double(whole ?? items.reduce(0) { $0 + $1.count })
        let most = Double(items.map(\.count).max() ?? 0)
        bars = items.map { item in
            Bar(
                label: item.label, count: w(item.count), share: whole > 0 ? "\(Int((100 * Double(item.count) / whole).rounded()))%" : "–",
                width: most > 0 ? ChartText.number(100 * Double(item.count) / most) : "0", tone: item.tone,
                address: item.count > 0 ? item.address : nil)
        }
    }
}
