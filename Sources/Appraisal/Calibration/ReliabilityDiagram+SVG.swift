package import Values

extension ReliabilityDiagram {
    private static let (width, height) = (520.0, 420.0)
    private static let (left, top, side) = (64.0, 20.0, 340.0)

    /// The picture as SVG with a title and a description. Shapes differ as well as colours, which are those of the text around it.
    /// - Parameter identifier: a name that no other element of the page has, of letters, digits and hyphens.
    package func svg(in language: Language, identifier: String = "reliability") -> String {
        let limit = self.limit
        func x(_ value: Double) -> String { Self.number(Self.left + Self.side * min(value / limit, 1)) }
        func y(_ value: Double) -> String { Self.number(Self.top + Self.side * (1 - min(value / limit, 1))) }
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.number(Self.width)) \(Self.number(Self.height))\" role=\"img\""
                + " aria-labelledby=\"\(identifier)-title \(identifier)-desc\" font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\">",
            "<title id=\"\(identifier)-title\">\(title[language].escaped)</title>",
            "<desc id=\"\(identifier)-desc\">\(summary[language].escaped)</desc>",
        ]
        lines += axes(limit: limit, language)
        lines.append(
            "<line x1=\"\(x(0))\" y1=\"\(y(0))\" x2=\"\(x(limit))\" y2=\"\(y(limit))\" stroke=\"currentColor\" stroke-dasharray=\"4 4\"/>")
        for point in points {
            lines.append(
                "<line x1=\"\(x(point.estimate))\" y1=\"\(y(point.lowest))\" x2=\"\(x(point.estimate))\" y2=\"\(y(point.highest))\""
                    + " stroke=\"currentColor\"/>")
            lines.append("<circle cx=\"\(x(point.estimate))\" cy=\"\(y(point.share))\" r=\"5\" fill=\"#1a5fb4\" stroke=\"currentColor\"/>")
        }
        return (lines + ["</svg>", ""]).joined(separator: "\n")
    }

    /// Where both axes end: the first of these that holds every estimate and share.
    private var limit: Double {
        let most = points.reduce(0) { max($0, $1.estimate, $1.share) }
        return [0.05, 0.1, 0.2, 0.4, 0.6, 0.8].first { most <= $0 } ?? 1
    }

    private func axes(limit: Double, _ language: Language) -> [String] {
        let (right, bottom) = (Self.left + Self.side, Self.top + Self.side)
        let frame =
            "<rect x=\"\(Self.number(Self.left))\" y=\"\(Self.number(Self.top))\" width=\"\(Self.number(Self.side))\""
            + " height=\"\(Self.number(Self.side))\" fill=\"none\" stroke=\"currentColor\"/>"
        var lines = [frame]
        for step in 0...4 {
            let part = Double(step) / 4
            let label = Indicator.Unit.decimal(limit * part * 100, places: 2) + "%"
            let (across, up) = (Self.left + Self.side * part, bottom - Self.side * part)
            lines.append("<text x=\"\(Self.number(across))\" y=\"\(Self.number(bottom + 18))\" text-anchor=\"middle\">\(label)</text>")
            lines.append("<text x=\"\(Self.number(Self.left - 6))\" y=\"\(Self.number(up + 4))\" text-anchor=\"end\">\(label)</text>")
        }
        let (estimate, share) = (BilingualText(zh: "估计", en: "estimate"), BilingualText(zh: "实际退出比例", en: "share that left"))
        let middle = Self.number((Self.left + right) / 2)
        let (centre, edge) = (Self.number((Self.top + bottom) / 2), Self.number(16))
        lines.append("<text x=\"\(middle)\" y=\"\(Self.number(bottom + 40))\" text-anchor=\"middle\">\(estimate[language])</text>")
        lines.append(
            "<text x=\"\(edge)\" y=\"\(centre)\" text-anchor=\"middle\" transform=\"rotate(-90 \(edge) \(centre))\">\(share[language])</text>"
        )
        return lines
    }

    private static func number(_ value: Double) -> String {
        Indicator.Unit.decimal(value, places: 2)
    }
}
