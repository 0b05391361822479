/// The entries of a header such as `Accept-Language: en;q=0.8, zh`, best first (RFC 9110 §12.4.2).
struct WeightedList {
    /// Lower case, without parameters; entries that the client refuses (`q=0`) are in ``refused``.
    let accepted: [String]
    let refused: Set<String>

    init(_ header: String) {
        var entries: [(value: String, weight: Int, place: Int)] = []
        for (place, part) in header.split(separator: ",").prefix(32).enumerated() {
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let value = pieces.first, !value.isEmpty else { continue }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Self.thousandths($0.dropFirst(2)) } ?? 1000
            entries.append((value, weight, place))
        }
        accepted = entries.filter { $0.weight > 0 }.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }.map(\.value)
        refused = Set(entries.filter { $0.weight == 0 }.map(\.value))
    }

    /// A weight from 0 to 1 with at most three decimals, in thousandths; what cannot be read counts as 0.
    private static func thousandths(_ text: Substring) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole == "0" || whole == "1" else { return 0 }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.utf8.count <= 3, decimals.utf8.allSatisfy({ (48...57).contains($0) }) else { return 0 }
        let padded = String(decimals) + String(repeating: "0", count: 3 - decimals.utf8.count)
        return min(1000, (whole == "1" ? 1000 : 0) + (Int(padded) ?? 0))
    }
}
