import Dispatch
import Glibc
import Workflow

/// The bytes of a file in chunks of 1 MiB, each read when it is asked for, off the threads that tasks run on.
struct FileChunks: AsyncSequence, Sendable {
    let path: String
    let offset: Int

    private static let size = 1 << 20
    private static let queue = DispatchQueue(label: "incubator.files")

    func makeAsyncIterator() -> Iterator {
        Iterator(path: path, offset: offset)
    }

    struct Iterator: AsyncIteratorProtocol {
        let path: String
        var offset: Int
        private var file: OpenFile?

        init(path: String, offset: Int) {
            self.path = path
            self.offset = offset
        }

        mutating func next() async throws -> [UInt8]? {
            let (path, offset) = (path, offset)
            let file = try file ?? OpenFile(descriptor: TableFile.open(path))
            self.file = file
            let chunk: [UInt8] = try await withCheckedThrowingContinuation { continuation in
                queue.async {
                    continuation.resume(
                        with: Result { try TableFile.read(file.descriptor, at: offset, count: FileChunks.size, path) })
                }
            }
            self.offset += chunk.count
            return chunk.isEmpty ? nil : chunk
        }
    }
}

/// Keeps a file open for as long as somebody reads it.
private final class OpenFile: Sendable {
    let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
