import Crypto
import Dispatch
import Glibc
import Values
import Workflow

/// A file on disk that holds a table, opened and recognised.
struct TableFile: ImportSource {
    let path: String
    let size: Int
    /// Equal for equal files: size, time of change, and a digest of the beginning and the end.
    let fingerprint: String

    /// How much of both ends goes into the fingerprint. A file that changed keeps neither its time nor, as a rule, its length.
    private static let sample = 1 << 20

    /// - Throws: ``Workflow/Refusal/importFile(_:remedy:)`` for what is no readable file.
    init(path: String) throws(Refusal) {
        self.path = path
        let descriptor = try Self.open(path)
        defer { close(descriptor) }
        let status = try Self.status(of: descriptor, path)
        size = Int(status.st_size)
        var hash = SHA256()
        for range in [0..<min(size, Self.sample), max(0, size - Self.sample)..<size] {
            hash.update(data: try Self.read(descriptor, at: range.lowerBound, count: range.count, path))
        }
        fingerprint = "\(size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)-\(hash.finalize().hexadecimal)"
    }

    /// The bytes from an offset on, read by a thread of their own.
    func chunks(from offset: Int) -> FileChunks {
        FileChunks(path: path, offset: offset)
    }

    /// Opens a regular file for reading.
    static func open(_ path: String) throws(Refusal) -> Int32 {
        // Without O_NONBLOCK a named pipe would keep the program waiting for a writer before it can be told from a file.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        return descriptor
    }

    private static func status(of descriptor: Int32, _ path: String) throws(Refusal) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return status
        case S_IFDIR: throw unreadable(path, EISDIR)
        default:
            throw .importFile(
                BilingualText(zh: "“\(path)”不是普通文件。", en: "“\(path)” is no regular file."),
                remedy: BilingualText(zh: "请先存为文件，导入中断后才能从文件中断处继续。", en: "Save it as a file: an import that is cut short goes on from it."))
        }
    }

    /// Reads up to so many bytes; fewer only at the end of the file.
    static func read(_ descriptor: Int32, at offset: Int, count: Int, _ path: String) throws(Refusal) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
                if read > 0 { filled += read }
                if read == 0 { break }
                if read < 0, errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        if failure != 0 { throw unreadable(path, failure) }
        return bytes
    }

    /// The whole of a small file, such as a mapping.
    ///
    /// - Throws: ``Workflow/Refusal/importFile(_:remedy:)`` for what is no readable file or too large.
    static func content(of path: String, atMost largest: Int) throws(Refusal) -> [UInt8] {
        let file = try TableFile(path: path)
        guard file.size <= largest else {
            throw .importFile(
                BilingualText(zh: "“\(path)”太大，应是另一种文件。", en: "“\(path)” is too large for what it should be."),
                remedy: BilingualText(zh: "请核对路径。", en: "Check the path."))
        }
        let descriptor = try open(path)
        defer { close(descriptor) }
        return try read(descriptor, at: 0, count: file.size, path)
    }

    /// Why a file cannot be read.
    static func unreadable(_ path: String, _ number: Int32) -> Refusal {
        let reason = OutputFault.reason(number)
        return .importFile(
            BilingualText(zh: "无法读取“\(path)”：\(reason.zh)", en: "“\(path)” cannot be read: \(reason.en)"),
            remedy: BilingualText(zh: "请核对路径和权限。", en: "Check the path and its permissions."))
    }
}
