/// A statement: text with numbered places and the values bound to them.
///
/// `"… WHERE id = \(id)"` makes `… WHERE id = $1` and binds `id`; a value never becomes text. Only ``StringInterpolation`` writes text:
/// `\(identifier:)` quotes a name, `\(fragment:)` puts in another statement and numbers its places anew; `\(number:)` and `\(date:)` bind
/// what ``writtenOut`` writes.
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

    fileprivate mutating func append(value: some PostgresEncodable, written: String? = nil) {
        places.append(text.utf8.count)
        arguments.append(value, written: written)
        text += "$\(arguments.count)"
    }

    fileprivate mutating func append(_ other: SQL) {
        let count = arguments.count
        other.forEachPiece { piece, number in
            text += piece
            guard let number else { return }
            places.append(text.utf8.count)
            text += "$\(count + number + 1)"
        }
        arguments.append(other.arguments)
    }

    /// The text between the places, each piece with the number from 0 of the value behind it; nil behind the last.
    private func forEachPiece(_ body: (_ piece: Substring, _ number: Int?) -> Void) {
        let bytes = text.utf8
        var position = bytes.startIndex
        for (number, place) in places.enumerated() {
            let dollar = bytes.index(bytes.startIndex, offsetBy: place)
            body(text[position..<dollar], number)
            position = bytes.index(dollar, offsetBy: "$\(number + 1)".utf8.count)
        }
        body(text[position...], nil)
    }

    /// The same statement without bound values, for what takes none, such as COPY; nil when a value of it may not be written into a text.
    package var writtenOut: SQL? {
        guard arguments.slots.allSatisfy({ $0.written != nil }) else { return nil }
        var whole = ""
        forEachPiece { piece, number in
            whole += piece
            whole += number.flatMap { arguments.slots[$0].written } ?? ""
        }
        return SQL(trusted: whole)
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

        /// Binds a whole number that can also be written.
        package mutating func appendInterpolation(number: Int64) {
            statement.append(value: number, written: String(number))
        }

        /// Binds a day that can also be written.
        package mutating func appendInterpolation(date: PostgresDate) {
            statement.append(value: date, written: "(DATE '2000-01-01' + \(date.daysSince2000))")
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
