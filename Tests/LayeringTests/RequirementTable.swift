import Foundation

/// The tables of security requirements as they are written: one row for each requirement, in articles of the documentation.
struct RequirementTable {
    struct Row {
        /// `6.3.1`
        let number: String
        let level: String
        let subject: String
        /// How it is met, in parts that end with a semicolon.
        let answer: String

        var isOpen: Bool { parts.contains { $0.hasPrefix("open: ") } }
        var parts: [String] { answer.split(separator: "; ").map(String.init) }

        /// What is named in backticks: tests, files, names in them.
        var names: [String] {
            answer.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
                String($0.element)
            }
        }

        /// The articles that are linked.
        var articles: [String] {
            answer.split(separator: "<doc:").dropFirst().map { String($0.prefix { $0 != ">" }) }
        }
    }

    let rows: [Row]

    /// Reads rows out of a text: lines of a table whose first cell is a requirement's number.
    init(text: String) {
        rows = text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count > 2, cells[1].wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil else { return nil }
            func cell(_ index: Int) -> String { index < cells.count - 1 ? cells[index] : "" }
            return Row(number: cells[1], level: cell(2), subject: cell(3), answer: cells.dropFirst(4).dropLast().joined(separator: "|"))
        }
    }

    /// What is wrong with the rows by themselves.
    var faults: [String] {
        rows.flatMap { row in
            var faults: [String] = []
            if row.level.isEmpty || row.subject.isEmpty || row.answer.isEmpty { faults.append("\(row.number) has an empty cell") }
            if row.subject.split(separator: " ").count > 12 { faults.append("\(row.number) says more than a few words") }
            let ways = ["`", "set in `", "written in <doc:", "not applicable because ", "open: "]
            for part in row.parts where !ways.contains(where: part.hasPrefix) {
                faults.append("\(row.number) is met in no known way: \(part)")
            }
            return faults
        }
    }

    /// Levels of the standard's requirements by chapter and section, one digit for each requirement in turn.
    ///
    /// Source: OWASP ASVS 5.0.0, chapters 1 to 16; chapter 17 is about WebRTC, which is not used.
    static let levels: [[String]] = [
        ["22", "1111122223", "112222222223", "222", "123"], ["122", "112", "12223", "23"],
        ["3", "113", "12223", "11222233", "11122333", "3", "22333"], ["12233", "23333", "22", "1222"], ["2", "112333", "113", "222"],
        ["122", "111111112222", "11223333", "112233", "22222333", "2223", "33", "2222"], ["222", "1111", "22", "11222", "223", "22"],
        ["1233", "1123", "133", "23"], ["111", "1222"], ["22", "223", "22223", "1111122222233333", "22222", "22", "222"],
        ["2233", "22233", "11233", "1222", "23", "23", "33"], ["12233", "11", "22223"], ["2333", "222223", "2233", "1222233"],
        ["22", "12223333", "122"], ["12233", "12233", "1222222", "3333"], ["2", "22222", "2222", "222", "2223"],
    ]

    /// Each requirement of levels 1 and 2 as `1.2.3 level 2`.
    static var expected: [String] {
        levels.enumerated().flatMap { chapter, sections in
            sections.enumerated().flatMap { section, levels in
                levels.enumerated().filter { $0.element != "3" }.map {
                    "\(chapter + 1).\(section + 1).\($0.offset + 1) level \($0.element)"
                }
            }
        }
    }
}
