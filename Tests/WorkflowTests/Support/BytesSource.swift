import Workflow

/// A table in memory, given out in chunks of an odd size, that may break off in the middle.
struct BytesSource: ImportSource {
    /// What happens when the bytes that are given out reach a limit.
    enum Stop: Sendable {
        case never
        /// Reading fails, as when a disk is pulled out.
        case fails(after: Int)
        /// Reading waits until its task is cancelled.
        case waits(after: Int)
    }

    let bytes: [UInt8]
    var chunkSize = 64 << 10 | 1
    var stop = Stop.never

    func chunks(from offset: Int) -> Chunks {
        Chunks(source: self, offset: offset)
    }

    struct Broken: Error {}

    struct Chunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
        let source: BytesSource
        var offset: Int

        func makeAsyncIterator() -> Self { self }

        mutating func next() async throws -> [UInt8]? {
            switch source.stop {
            case .never: break
            case .fails(let limit): if offset >= limit { throw Broken() }
            case .waits(let limit): if offset >= limit { try await Task.sleep(for: .seconds(60)) }
            }
            if offset >= source.bytes.count { return nil }
            let end = Swift.min(offset + source.chunkSize, source.bytes.count)
            defer { offset = end }
            return Array(source.bytes[offset..<end])
        }
    }
}
