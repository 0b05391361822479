/// The rows of a `COPY … TO STDOUT` as chunks of bytes, each of whole rows.
///
/// No more is taken from the server than the loop asks for. A loop that is left early stops the COPY on the server, which ends the
/// transaction it is in.
package struct CopyOut: AsyncSequence, Sendable {
    let handle: SessionHandle
    let sql: SQL
    let place: SourcePlace

    package func makeAsyncIterator() -> Iterator {
        Iterator(source: self)
    }

    /// Takes one chunk after another.
    package struct Iterator: AsyncIteratorProtocol {
        private let source: CopyOut
        private var reading: Reading?
        private var isFinished = false

        init(source: CopyOut) {
            self.source = source
        }

        /// The next chunk, or nil at the end.
        package mutating func next() async throws -> [UInt8]? {
            guard !isFinished else { return nil }
            var call = source.handle.call("", 0)
            call.place = source.place
            do {
                if reading == nil {
                    let reader = CopyReader()
                    try await source.handle.session.beginCopy(.out(reader), source.sql, call)
                    reading = Reading(session: source.handle.session, reader: reader)
                }
                guard let reader = reading?.reader else { return nil }
                let chunk = try await source.handle.session.readCopy(reader, call)
                isFinished = chunk.isLast
                return chunk.rows.isEmpty ? nil : chunk.rows
            } catch {
                isFinished = true
                throw error
            }
        }
    }

    /// Lives as long as somebody may still read; its end stops the COPY if that is still open.
    private final class Reading: Sendable {
        let session: PostgresSession
        let reader: CopyReader

        init(session: PostgresSession, reader: CopyReader) {
            self.session = session
            self.reader = reader
        }

        deinit {
            reader.abandon()
            let session = session
            Task { await session.abandonCopyOut() }
        }
    }
}
