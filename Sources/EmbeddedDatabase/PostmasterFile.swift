/// What a running server writes about itself into its data directory: `postmaster.pid`.
///
/// Source: PostgreSQL's `src/include/utils/pidfile.h`, which numbers the lines. The file also remains after a server was killed.
struct PostmasterFile: Hashable, Sendable {
    let process: ServerProcess
    /// The folder of the socket; empty until the server has made it.
    let socketFolder: String
    /// Whether the server says that it accepts connections.
    let isReady: Bool

    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let number = Int32(first.trimmed), number > 1 else { return nil }
        process = ServerProcess(number: number)
        socketFolder = lines.count > 4 ? String(lines[4]) : ""
        isReady = lines.count > 7 && lines[7].trimmed == "ready"
    }

    static func read(in cluster: String) throws(EmbeddedDatabaseError) -> PostmasterFile? {
        try OwnedFiles.read(path(in: cluster)).flatMap { PostmasterFile(text: $0) }
    }

    static func path(in cluster: String) -> String { cluster + "/postmaster.pid" }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        while text.first?.isWhitespace == true { text.removeFirst() }
        return text
    }
}
