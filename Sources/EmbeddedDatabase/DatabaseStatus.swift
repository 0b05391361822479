/// What a private database is doing, and where it is.
package struct DatabaseStatus: Hashable, Sendable {
    /// What it is doing.
    package enum State: String, Hashable, Sendable {
        /// Nothing was made there yet.
        case absent
        case stopped
        /// Its process runs but accepts no connections yet.
        case starting
        case running
    }

    /// The folder that it is named by.
    package let directory: String
    /// What it was doing when it was asked.
    package internal(set) var state: State
    /// PostgreSQL's data directory; nil when absent. Outside ``directory`` where the server's account cannot reach that.
    package internal(set) var dataDirectory: String?
    /// The file that the server writes its log to; nil when absent.
    package internal(set) var log: String?
    /// The major version of PostgreSQL that made it; nil when absent or unreadable.
    package internal(set) var majorVersion: Int?
    /// The number of the server's process; nil unless it runs.
    package internal(set) var process: Int32?
    /// How to connect; nil unless it runs.
    package internal(set) var connections: Connections?

    init(directory: String, state: State) {
        self.directory = directory
        self.state = state
    }
}
