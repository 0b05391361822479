/// A failure of the database, of the way to it, or of what was asked of it.
///
/// It never holds a bound value: ``statement`` is the text with `$1`, and values that the server repeats in its own words are cut
/// out (``ServerMessage``), so that an error can be logged as it is.
package struct PostgresError: Error, Sendable {
    /// What the caller can do about it.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// No connection could be made. Nothing was done.
        case connectionFailed
        /// The connection ended while in use. Inside a transaction nothing was committed; see also ``commitUnknown``.
        case connectionLost
        /// The server refused the statement; see ``PostgresError/sqlState``.
        case server
        /// A value in the answer is not of the type that was asked for, or would not fit.
        case decoding
        /// The task was cancelled; the statement was stopped on the server. Nothing was committed.
        case cancelled
        /// The deadline passed; the statement was stopped on the server. Nothing was committed.
        case deadline
        /// No connection became free in time, or too many callers were waiting already. Nothing was done.
        case poolExhausted
        /// The connection ended after COMMIT was sent and before its answer: the work is done or it is not. Never retried here; find
        /// out by the idempotency key.
        case commitUnknown
        /// The pool has been shut down. Nothing was done.
        case closed
        /// The library was used in a way that cannot work, such as a connection after its lease ended.
        case usage
    }

    /// The parts of an error, for making one.
    struct Fields: Sendable {
        var kind: Kind
        var message: String
        var sqlState: SQLState?
        var constraint: String?
        var table: String?
        var column: String?
        var detail: String?
        var hint: String?
        var statement: String?
        var place: SourcePlace?
        var position: Int?
        var copyLine: Int?
        /// The statement was prepared before its tables changed; sending the transaction again will work.
        var isStalePlan = false
        /// The connection broke after COMMIT was on its way.
        var isCommitUnknown = false
    }

    /// Kept behind one reference: an error type of a dozen strings would make every throwing call carry them.
    private final class Box: Sendable {
        let fields: Fields
        init(_ fields: Fields) { self.fields = fields }
    }

    private let box: Box

    init(_ fields: Fields) {
        box = Box(fields)
    }

    init(_ kind: Kind, _ message: String, statement: String? = nil, place: SourcePlace? = nil) {
        self.init(Fields(kind: kind, message: message, statement: statement, place: place))
    }

    var isStalePlan: Bool { box.fields.isStalePlan }
    var isCommitUnknown: Bool { box.fields.isCommitUnknown }

    /// A copy with some parts changed.
    func with(_ change: (inout Fields) -> Void) -> PostgresError {
        var fields = box.fields
        change(&fields)
        return PostgresError(fields)
    }
}

extension PostgresError {
    /// What the caller can do about it.
    package var kind: Kind { box.fields.kind }
    /// What happened, in English, for a log; not for a page.
    package var message: String { box.fields.message }
    /// The server's code, when the server spoke.
    package var sqlState: SQLState? { box.fields.sqlState }
    /// The name of the constraint that refused the row.
    package var constraint: String? { box.fields.constraint }
    /// The table that the server names.
    package var table: String? { box.fields.table }
    /// The column that the server names, or that could not be decoded.
    package var column: String? { box.fields.column }
    /// The server's further words, values cut out.
    package var detail: String? { box.fields.detail }
    /// The server's advice.
    package var hint: String? { box.fields.hint }
    /// The statement's text, with `$1` where values were bound.
    package var statement: String? { box.fields.statement }
    /// Where in the program the statement was sent from.
    package var place: SourcePlace? { box.fields.place }
    /// The character of ``statement`` at which the server stopped, from 1.
    package var position: Int? { box.fields.position }
    /// The line of COPY input that the server refused, from 1.
    package var copyLine: Int? { box.fields.copyLine }
}

extension PostgresError {
    /// True when running the whole transaction again may succeed: 40001 and 40P01.
    package var isRetryable: Bool {
        sqlState == .serializationFailure || sqlState == .deadlockDetected
    }

    /// True when what only reads may succeed on another connection: it failed for a rival, for a plan from before the tables changed, or because the
    /// connection broke.
    package var isWorthAnotherTry: Bool { isRetryable || isStalePlan || kind == .connectionLost }
}

extension PostgresError: CustomStringConvertible {
    package var description: String {
        var text = "\(kind.rawValue): \(message)"
        let parts: [(String, String?)] = [
            ("sqlstate", sqlState?.rawValue), ("constraint", constraint), ("table", table), ("column", column), ("detail", detail),
            ("hint", hint), ("copy line", copyLine.map(String.init)), ("position", position.map(String.init)),
            ("statement", statement), ("at", place?.description),
        ]
        for case (let name, let value?) in parts {
            text += " [\(name): \(value)]"
        }
        return text
    }
}
