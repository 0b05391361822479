import Glibc

extension Terminal {
    /// Writes a line of a log to standard error, in one call, so that lines of several threads do not mix. A log that cannot be written
    /// is no reason to stop.
    static func log(_ line: [UInt8]) {
        _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
