/// Measured numbers as people read them.
enum FigureText {
    /// Rounded to so many places, with all of them written: `0.80`.
    static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return "–" }
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let rounded = (min(max(value, -1_000_000), 1_000_000) * Double(scale)).rounded()
        let digits = Int(rounded.magnitude)
        let (whole, rest) = (String(digits / scale), String(digits % scale))
        let sign = rounded < 0 ? "−" : ""
        return places == 0 ? sign + whole : "\(sign)\(whole).\(String(repeating: "0", count: places - rest.utf8.count))\(rest)"
    }
}
