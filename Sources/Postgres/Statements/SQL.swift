/// A statement: text with numbered places and the values bound to them.
///
/// `"… WHERE id = \(id)"` makes `… WHERE id = $1` and binds `id`; a value never becomes text. Only ``StringInterpolation`` writes text:
/// `\(identifier:)` quotes a name, `\(fragment:)` puts in another statement and numbers its places anew.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text with `$1`, `$2` …
    package private(set) var text: String
    /// Where in the UTF-8 of `text` each `$n` begins, for numbering them anew inside another statement.
    private(set) var places: [Int]
    private(set) var arguments: PostgresArguments

    /// Takes a constant text without values.
    package init(stringLiteral text: String) {
        self.text = text
        places = []
        arguments = PostgresArguments()
    }

    /// Takes what an interpolated literal built.
    package init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.statement
    }

    /// Takes text that the program itself made, such as a migration from a file. Never input: it would be executed.
    package init(trusted text: String) {
        self.init(stringLiteral: text)
    }

    /// How many values are bound.
    package var argumentCount: Int { arguments.count }

    fileprivate mutating func append(text more: String) {
        text += more
    }

    fileprivate mutating func append(value: some PostgresEncodable) {
        places.append(text.utf8.count)
        arguments.append(value)
        text += "$\(arguments.count)"
    }

    fileprivate mutating func append(_ other: SQL) {
        let bytes = other.text.utf8
        var position = bytes.startIndex
        for (number, place) in other.places.enumerated() {
            let dollar = bytes.index(bytes.startIndex, offsetBy: place)
            text += other.text[position..<dollar]
            places.append(text.utf8.count)
            text += "$\(arguments.count + number + 1)"
            position = bytes.index(dollar, offsetBy: "$\(number + 1)".utf8.count)
        }
        text += other.text[position...]
        arguments.append(other.arguments)
    }
}

extension SQL {
    /// Builds a statement from the pieces of a literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var statement: SQL = SQL(stringLiteral: "")

        /// Makes room; the numbers are hints.
        package init(literalCapacity: Int, interpolationCount: Int) {
            statement.text.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        /// Takes text of the program itself.
        package mutating func appendLiteral(_ literal: String) {
            statement.append(text: literal)
        }

        /// Binds a value as the next `$n`.
        package mutating func appendInterpolation(_ value: some PostgresEncodable) {
            statement.append(value: value)
        }

        /// Binds a value or NULL as the next `$n`.
        ///
        /// A form of its own, because the compiler takes an optional in any other for a mistake in a text.
        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            statement.append(value: value)
        }

        /// Writes a name in double quotes, so that it is a name whatever it contains.
        package mutating func appendInterpolation(identifier name: String) {
            statement.append(text: "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"")
        }

        /// Writes a whole number as it stands, for statements that take no values, such as COPY.
        package mutating func appendInterpolation(number: Int64) {
            statement.append(text: String(number))
        }

        /// Writes a day as an expression, for statements that take no values, such as COPY.
        package mutating func appendInterpolation(date: PostgresDate) {
            statement.append(text: "(DATE '2000-01-01' + \(date.daysSince2000))")
        }

        /// Puts in another statement; its places are numbered after those already here.
        package mutating func appendInterpolation(fragment: SQL) {
            statement.append(fragment)
        }
    }
}

extension SQL: CustomStringConvertible {
    /// The text; bound values are not shown.
    package var description: String { text }
}
