package import Values

/// What can be wrong with the value of one cell.
package enum FieldProblem: Error, Hashable, Sendable {
    case missing
    case textTooLong(longest: Int, found: Int)
    /// The code point of a control or direction character.
    case controlCharacter(UInt32)
    /// U+FFFD: an earlier conversion has lost a character. A warning.
    case damagedText
    case notANumber
    case notAWholeNumber
    case numberTooLarge
    case tooManyDecimals(allowed: Int)
    /// The limits as people write them.
    case outOfRange(low: String, high: String)
    case notADay
    case impossibleDay(year: Int, month: Int)
    case dayOutOfRange(first: Day, last: Day)
    case notYesNo
    case notInList(allowed: [String], nearest: String?)
    /// The mapping file's list of values does not know the cell.
    case notMapped(nearest: String?)

    /// The stable word for programs.
    package var code: String {
        switch self {
        case .missing: "value-missing"
        case .textTooLong: "text-too-long"
        case .controlCharacter: "control-character"
        case .damagedText: "damaged-text"
        case .notANumber: "not-a-number"
        case .notAWholeNumber: "not-a-whole-number"
        case .numberTooLarge: "number-too-large"
        case .tooManyDecimals: "too-many-decimals"
        case .outOfRange: "out-of-range"
        case .notADay: "not-a-day"
        case .impossibleDay: "impossible-day"
        case .dayOutOfRange: "day-out-of-range"
        case .notYesNo: "not-yes-or-no"
        case .notInList: "not-in-list"
        case .notMapped: "not-in-mapping"
        }
    }

    package var severity: Finding.Severity {
        self == .damagedText ? .warning : .error
    }

    /// The finding for this problem at a place.
    package func finding(row: Int, line: Int, column: String?, value: String) -> Finding {
        Finding(
            row: row, line: line, column: column, value: value, code: code, message: message, remedy: remedy, severity: severity)
    }
}
