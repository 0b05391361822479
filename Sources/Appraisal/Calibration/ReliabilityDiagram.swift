package import Values

/// Estimates held against what happened, group by group, as a picture and as a table that says the same.
package struct ReliabilityDiagram: Hashable, Sendable {
    /// A group of cases of like estimate.
    package struct Point: Hashable, Sendable {
        package let cases: Int
        package let exits: Int
        package let estimate: Double
        package let share: Double
        /// 95 % interval of the share, from that of the number of exits.
        package let lowest: Double
        package let highest: Double
    }

    package let title: BilingualText
    package let points: [Point]
    let balance: ExpectedAndObserved

    package init(title: BilingualText, logits: [Double], exits: [Bool]) {
        self.title = title
        balance = ExpectedAndObserved(logits: logits, exits: exits)
        points = CalibrationCheck(logits: logits, exits: exits).groups.map { group in
            let exits = Int((group.exitShare * Double(group.cases)).rounded())
            let interval = PoissonInterval(count: exits)
            return Point(
                cases: group.cases, exits: exits, estimate: group.meanProbability, share: group.exitShare,
                lowest: interval.lowest / Double(group.cases), highest: min(1, interval.highest / Double(group.cases)))
        }
    }

    /// What the picture shows, in one or two sentences.
    package var summary: BilingualText {
        guard let first = points.first, let last = points.last else { return BilingualText(zh: "没有数据。", en: "There are no data.") }
        func percent(_ value: Double) -> String { Indicator.Unit.decimal(value * 100, places: 1) + "%" }
        let expected = Indicator.Unit.decimal(balance.expected, places: 1)
        return BilingualText(
            zh: "\(balance.cases) 个评分时点分为 \(points.count) 组。估计最低的一组平均 \(percent(first.estimate))，实际退出 \(percent(first.share))；"
                + "最高的一组平均 \(percent(last.estimate))，实际 \(percent(last.share))。预期退出 \(expected) 个，实际 \(balance.observed) 个。",
            en:
                "\(balance.cases) landmarks in \(points.count) groups. The group with the lowest estimates was given \(percent(first.estimate)) on average and "
                + "\(percent(first.share)) left; the highest \(percent(last.estimate)) and \(percent(last.share)). "
                + "\(expected) exits were expected and \(balance.observed) happened.")
    }

    /// Headings of the table.
    package static let columns: [BilingualText] = [
        BilingualText(zh: "组", en: "group"), BilingualText(zh: "评分时点", en: "landmarks"), BilingualText(zh: "平均估计", en: "mean estimate"),
        BilingualText(zh: "退出", en: "exits"), BilingualText(zh: "退出比例", en: "share of exits"),
        BilingualText(zh: "95% 下限", en: "95% low"), BilingualText(zh: "95% 上限", en: "95% high"),
    ]

    /// The table's cells, the lowest estimates first.
    package var rows: [[String]] {
        func percent(_ value: Double) -> String { Indicator.Unit.decimal(value * 100, places: 2) + "%" }
        return points.enumerated().map { number, point in
            [
                String(number + 1), String(point.cases), percent(point.estimate), String(point.exits), percent(point.share),
                percent(point.lowest), percent(point.highest),
            ]
        }
    }

    /// The table as HTML, to stand beside the picture for everybody who does not see it.
    package func htmlTable(in language: Language) -> String {
        let heads = Self.columns.map { "<th scope=\"col\">\($0[language].escaped)</th>" }.joined()
        let body = rows.map { cells in
            let first = "<th scope=\"row\">\(cells[0])</th>"
            return "<tr>" + first + cells.dropFirst().map { "<td>\($0)</td>" }.joined() + "</tr>\n"
        }
        return
            "<table>\n<caption>\(title[language].escaped)</caption>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
    }
}

extension String {
    /// The text with the characters that mean something in HTML and SVG written as entities.
    var escaped: String {
        var found = ""
        for character in self {
            switch character {
            case "&": found += "&amp;"
            case "<": found += "&lt;"
            case ">": found += "&gt;"
            case "\"": found += "&quot;"
            default: found.append(character)
            }
        }
        return found
    }
}
