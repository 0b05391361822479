package import Values

/// One thing that is wrong, or doubtful, at one place of a table, with what would be right.
package struct Finding: Hashable, Sendable {
    package enum Severity: String, Sendable {
        /// The row cannot be taken over.
        case error
        /// The row is taken over; somebody should look at it.
        case warning
    }

    /// The number of the record as a spreadsheet counts it: the header is row 1. 0 speaks of the file as a whole.
    package let row: Int
    /// The line of the file on which the record begins, counted from 1. Differs from `row` after a cell with line breaks. 0: no line.
    package let line: Int
    /// The column as the file's own header calls it; `nil` when the whole row or file is meant.
    package let column: String?
    /// The cell as read, control characters made visible, cut to ``longestValue`` characters. Empty when there is no one value.
    package let value: String
    /// A stable word for programs, such as `row-too-narrow`.
    package let code: String
    /// What is wrong.
    package let message: BilingualText
    /// What would be right.
    package let remedy: BilingualText
    package let severity: Severity

    /// The longest value that is repeated in a finding, in characters.
    package static let longestValue = 60

    /// A finding of the caller's own, for what only the register can know (an unknown area, a code that is already taken).
    /// - Parameter value: the cell as read; it is shortened here.
    package init(
        row: Int,
        line: Int = 0,
        column: String? = nil,
        value: String = "",
        code: String,
        message: BilingualText,
        remedy: BilingualText,
        severity: Severity = .error
    ) {
        self.row = row
        self.line = line
        self.column = column
        self.value = Self.shortened(value)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.severity = severity
    }
}

extension Finding {
    /// The same finding at another place, for a list of values that is checked later than it is read.
    package func moved(toRow row: Int, line: Int) -> Finding {
        Finding(row: row, line: line, column: column, value: value, code: code, message: message, remedy: remedy, severity: severity)
    }

    /// The text cut to ``longestValue`` characters, with control characters made visible so that a terminal or page is safe from them.
    package static func shortened(_ text: String) -> String {
        var result = ""
        for (index, character) in text.unicodeScalars.enumerated() {
            if index == longestValue {
                // The last place is given to the sign that says that something follows.
                result.unicodeScalars.removeLast()
                result.unicodeScalars.append("…")
                break
            }
            result.unicodeScalars.append(visible(character))
        }
        return result
    }

    private static func visible(_ character: Unicode.Scalar) -> Unicode.Scalar {
        switch character.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + character.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: character
        }
    }
}
