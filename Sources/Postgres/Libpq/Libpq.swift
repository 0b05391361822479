import CLibpq
import Glibc

/// One `PGconn` and the calls made on it: each returns at once, reports failure by throwing, and passes the fault hook.
///
/// Not Sendable: it belongs to one ``PostgresSession``. Freed exactly once, when that goes or drops it.
final class Libpq {
    let connection: OpaquePointer
    private let faults: FaultInjector?
    /// The other end of a socket that was put in the place of the server's; −1 when none was.
    private var silentEnd: Int32 = -1

    /// Begins connecting; ``connectPoll()`` goes on with it.
    init(parameters: [(keyword: String, value: String)], faults: FaultInjector?) throws(PostgresError) {
        self.faults = faults
        // Freed below, in all cases: strdup gives memory of our own.
        let keywords = parameters.map { strdup($0.keyword) }
        let values = parameters.map { strdup($0.value) }
        defer { (keywords + values).forEach { free($0) } }
        let outOfMemory = faults?.next("PQconnectStartParams") != nil
        let started = PQconnectStartParams(
            keywords.map { UnsafePointer($0) } + [nil],
            values.map { UnsafePointer($0) } + [nil],
            0
        )
        guard let started, !outOfMemory else {
            PQfinish(started)
            throw PostgresError(.connectionFailed, "out of memory in PQconnectStartParams")
        }
        connection = started
        PQsetNoticeReceiver(connection, { _, _ in }, nil)
        guard PQstatus(connection) != CONNECTION_BAD else { throw failure(.connectionFailed) }
    }

    deinit {
        PQfinish(connection)
        if silentEnd >= 0 { close(silentEnd) }
    }

    var socket: Int32 { PQsocket(connection) }
    var isBroken: Bool { PQstatus(connection) == CONNECTION_BAD }
    var transactionStatus: PGTransactionStatusType { PQtransactionStatus(connection) }
    var isPipelining: Bool { PQpipelineStatus(connection) != PQ_PIPELINE_OFF }
    var backendProcess: Int32 { PQbackendPID(connection) }
    /// Host and port now being tried or in use.
    var host: (name: String, port: String) {
        (PQhost(connection).map { String(cString: $0) } ?? "", PQport(connection).map { String(cString: $0) } ?? "")
    }

    /// libpq's last words about this connection, in one line.
    var lastMessage: String {
        let text = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
        let line = text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
        return line.isEmpty ? "the connection does not work" : line
    }

    func failure(_ kind: PostgresError.Kind) -> PostgresError {
        PostgresError(kind, lastMessage)
    }

    /// Ends the connection under libpq's feet, so that every later call fails.
    func cutSocket() {
        if socket >= 0 { _ = shutdown(socket, Int32(SHUT_RDWR)) }
    }

    /// Puts a socket in the place of the server's at whose other end nobody is. The server takes it for the end of the client.
    private func silenceSocket() {
        var ends: [Int32] = [-1, -1]
        let sort = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        guard socket >= 0, silentEnd < 0, socketpair(AF_UNIX, sort, 0, &ends) == 0 else { return }
        dup2(ends[0], socket)
        close(ends[0])
        silentEnd = ends[1]
    }

    /// Runs into the fault that a test planned for this call, if any.
    func meetFault(_ call: StaticString) throws(PostgresError) {
        switch faults?.next(call) {
        case .connectionLoss: cutSocket()
        case .silence: silenceSocket()
        case .outOfMemory, .serverError: throw PostgresError(.connectionLost, "out of memory in \(call)")
        case nil: break
        }
    }

    /// Turns the 1 or 0 of most calls into success or an error.
    func check(_ status: Int32) throws(PostgresError) {
        guard status == 1 else { throw failure(.connectionLost) }
    }
}

extension Libpq {
    func connectPoll() throws(PostgresError) -> PostgresPollingStatusType {
        try meetFault("PQconnectPoll")
        return PQconnectPoll(connection)
    }

    func setNonblocking() throws(PostgresError) {
        try meetFault("PQsetnonblocking")
        guard PQsetnonblocking(connection, 1) == 0 else { throw failure(.connectionLost) }
    }

    func enterPipeline() throws(PostgresError) {
        try meetFault("PQenterPipelineMode")
        try check(PQenterPipelineMode(connection))
    }

    func exitPipeline() throws(PostgresError) {
        try meetFault("PQexitPipelineMode")
        try check(PQexitPipelineMode(connection))
    }

    func pipelineSync() throws(PostgresError) {
        try meetFault("PQpipelineSync")
        try check(PQpipelineSync(connection))
    }

    /// Sends what is waiting.
    ///
    /// - Returns: true when all of it went out; false when the socket is full.
    func flush() throws(PostgresError) -> Bool {
        try meetFault("PQflush")
        switch PQflush(connection) {
        case 0: return true
        case 1: return false
        default: throw failure(.connectionLost)
        }
    }

    func consumeInput() throws(PostgresError) {
        try meetFault("PQconsumeInput")
        try check(PQconsumeInput(connection))
    }

    /// True while the next ``result(statement:place:)`` would have to wait.
    var isBusy: Bool { PQisBusy(connection) == 1 }

    /// The next answer that has arrived; nil at the end of a command's answers.
    func result(statement: String?, place: SourcePlace?) throws(PostgresError) -> QueryResult? {
        guard let pointer = PQgetResult(connection) else { return nil }
        let result = QueryResult(owning: pointer, statement: statement, place: place)
        guard result.status != PGRES_PIPELINE_SYNC else { return result }
        switch faults?.next("PQgetResult", receivesAnswer: true) {
        case .connectionLoss: cutSocket()
        case .silence: silenceSocket()
        case .outOfMemory: throw PostgresError(.connectionLost, "out of memory in PQgetResult")
        case .serverError:
            let state = SQLState(rawValue: "XX000")
            throw PostgresError(.init(kind: .server, message: "injected error", sqlState: state, statement: statement, place: place))
        case nil: break
        }
        return result
    }

    /// What a thread needs to ask the server to stop the running statement; nil without memory.
    func cancelRequest() -> CancelRequest? {
        if faults?.next("PQgetCancel") == .outOfMemory { return nil }
        return PQgetCancel(connection).map(CancelRequest.init(owning:))
    }
}
