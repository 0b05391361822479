import Locks
import Values
import Workflow

/// Shows how an import goes on: a line that changes where a person watches, otherwise a plain line now and then.
final class ImportProgressLine: Sendable {
    private let name: String
    private let size: Int
    private let begun = ContinuousClock.now
    private let isWatched = Terminal.isWatched
    private let language = Terminal.language
    private let last: Guarded<ContinuousClock.Instant>

    init(name: String, size: Int) {
        self.name = name
        self.size = size
        last = Guarded(begun)
    }

    func show(_ progress: ImportProgress) {
        switch progress {
        case .reading(let bytes, let rows): if isDue { write(reading(bytes: bytes, rows: rows)) }
        case .checking: if isWatched || isDue { write(BilingualText(zh: "正在核对全部行", en: "checking all rows")) }
        case .applying: if isWatched || isDue { write(BilingualText(zh: "正在写入", en: "taking over")) }
        }
    }

    /// Clears the line that changes, so that what follows begins on a clean one.
    func end() {
        if isWatched { Terminal.change("") }
    }

    private var isDue: Bool {
        let pause: Duration = isWatched ? .milliseconds(100) : .seconds(5)
        return last.withLock { last in
            guard last.duration(to: .now) >= pause else { return false }
            last = .now
            return true
        }
    }

    private func reading(bytes: Int64, rows: Int64) -> BilingualText {
        let seconds = max(0.001, begun.duration(to: .now) / .seconds(1))
        let speed = Grouping.digits(Int64(Double(rows) / seconds))
        let (done, all) = (Self.megabytes(bytes), Self.megabytes(Int64(size)))
        return BilingualText(
            zh: "已读 \(Grouping.digits(rows)) 行，\(done)/\(all) MB，每秒 \(speed) 行",
            en: "\(Grouping.digits(rows)) rows, \(done) of \(all) MB, \(speed) rows/s")
    }

    private func write(_ text: BilingualText) {
        let line = language == .english ? "\(name): \(text.en)" : "\(name)：\(text.zh)"
        if isWatched { Terminal.change(line) } else { Terminal.complain(line) }
    }

    private static func megabytes(_ bytes: Int64) -> String {
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// Numbers as people read them.
enum Grouping {
    /// `1,234,567`.
    static func digits(_ number: Int64) -> String {
        let digits = String(number.magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in digits.prefix(end).suffix(min(3, end)) }
        return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }
}

extension Terminal {
    /// Puts a line in place of the one that changes.
    static func change(_ line: String) {
        // Back to the first column, and what stood there is erased to its end.
        try? FileOutput(descriptor: 2, path: nil).write(Array("\r\u{1B}[K\(line)".utf8))
    }
}
