import Glibc

/// An open file that is written to from front to back.
struct FileOutput {
    let descriptor: Int32
    /// For messages; nil for a standard stream.
    let path: String?

    /// Writes all of the bytes.
    ///
    /// - Throws: ``OutputFault``.
    func write(_ bytes: [UInt8]) throws(OutputFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count >= 0 {
                written += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: waitUntilWritable()
            case EPIPE: throw .readerGone
            case let number: throw .notWritten(path: path, errno: number)
            }
        }
    }

    /// Somebody has set the stream to non-blocking, which is shared with every process that holds it.
    private func waitUntilWritable() {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = Glibc.poll(&poll, 1, -1)
    }
}
