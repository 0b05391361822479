/// Where the data of a `COPY … FROM STDIN` is written.
package struct CopyWriter: Sendable {
    let handle: SessionHandle
    let place: SourcePlace

    /// Sends data; rows may be cut anywhere. Returns when the connection has taken it, so that a quick source does not fill memory.
    ///
    /// - Throws: the server's refusal of a row, which may belong to data written earlier.
    package func write(_ bytes: [UInt8]) async throws {
        var call = handle.call("", 0)
        call.place = place
        try await handle.session.writeCopy(bytes, call)
    }
}
