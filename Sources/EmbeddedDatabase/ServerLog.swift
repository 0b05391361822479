import Foundation
import Glibc

/// The server's log: one file, begun anew when it has grown large.
struct ServerLog: Sendable {
    let path: String

    /// Bytes after which the log is set aside at the next start, replacing the one set aside before.
    private static let large = 10 << 20

    /// Makes the file for the server's account and tells its length.
    func prepare(for server: Account) throws(EmbeddedDatabaseError) -> Int {
        if length >= ServerLog.large { rename(path, path + ".1") }
        if access(path, F_OK) != 0 { try OwnedFiles.write("", to: path, mode: 0o600, owner: server) }
        return length
    }

    /// The lines written after that length; at most the last twenty.
    func lines(after start: Int) -> [String] {
        guard let file = FileHandle(forReadingAtPath: path), let offset = UInt64(exactly: start) else { return [] }
        try? file.seek(toOffset: offset)
        let text = String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
        return text.split(separator: "\n").suffix(20).map(String.init)
    }

    private var length: Int {
        var entry = stat()
        return stat(path, &entry) == 0 ? Int(entry.st_size) : 0
    }
}
