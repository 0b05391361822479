import Tabular
import Workflow

/// A table that somebody sent, on its way into the register.
struct Upload: Sendable {
    let token: String
    /// Whoever sent it, by the name in audit events; nobody else sees it.
    let owner: String
    let kind: ImportKind
    let fileName: String
    let bytes: [UInt8]
    /// The names in the table's first row; empty where it cannot be read.
    let header: [String]
    /// The table's first rows, to recognize it by.
    let sample: [[String]]
    /// Which of the table's columns fills which of the register's, by name.
    var columns: [String: String]
    var report: ImportReport?
}

/// Tables that wait for their sender's word. They are kept in memory for a while and nowhere else: whoever sends nothing more loses
/// nothing but the way there.
actor Uploads {
    /// Bytes of all tables together.
    private static let most = 64 << 20
    private static let lifetime: Duration = .seconds(3600)
    private var kept: [String: (upload: Upload, until: ContinuousClock.Instant)] = [:]

    /// Keeps a table. The oldest make room where there is none.
    func keep(_ upload: Upload) {
        let now = ContinuousClock.now
        kept = kept.filter { $0.value.until > now }
        kept[upload.token] = (upload, now + Self.lifetime)
        while kept.values.reduce(0, { $0 + $1.upload.bytes.count }) > Self.most, kept.count > 1 {
            guard let oldest = kept.filter({ $0.key != upload.token }).min(by: { $0.value.until < $1.value.until })?.key else { break }
            kept[oldest] = nil
        }
    }

    /// A table by its token; nil when there is none any more, or when it is somebody else's.
    func find(_ token: String, of owner: String) -> Upload? {
        guard let found = kept[token], found.until > .now, found.upload.owner == owner else { return nil }
        return found.upload
    }
}

extension Upload: ImportSource {
    func chunks(from offset: Int) -> AsyncStream<[UInt8]> {
        let rest = Array(bytes.dropFirst(offset))
        return AsyncStream { stream in
            stream.yield(rest)
            stream.finish()
        }
    }

    private static let sampleRows = 3

    init(kind: ImportKind, fileName: String, bytes: [UInt8], owner: String) {
        let (header, sample) = Self.look(at: bytes)
        var columns: [String: String] = [:]
        if let names = try? CSVHeader(names: header) {
            for column in kind.schema.columns {
                let match = column.names.lazy.compactMap { names.index(of: $0) }.first
                columns[column.name] = match.map { header[$0] }
            }
        }
        self.init(
            token: FormKey.make(), owner: owner, kind: kind, fileName: fileName, bytes: bytes, header: header, sample: sample,
            columns: columns)
    }

    /// The first rows of a table.
    private static func look(at bytes: [UInt8]) -> (header: [String], sample: [[String]]) {
        var reader = CSVReader()
        reader.append(bytes)
        reader.finish()
        var rows: [[String]] = []
        while rows.count < sampleRows, case .record? = try? reader.next() { rows.append(reader.record.strings) }
        return (reader.header?.names ?? [], rows)
    }

    /// The table as the register is asked to take it over.
    func request(isRehearsal: Bool, skipsBadRows: Bool) -> ImportRequest {
        var mapping = TableMapping()
        for (name, column) in columns { mapping.columns[name] = ColumnRule(.column(column)) }
        let words = columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        return ImportRequest(
            kind: kind, mapping: mapping, fileName: fileName, fileFingerprint: ImportFingerprint.of(bytes),
            mappingHash: ImportFingerprint.of(Array(words.utf8)), skipsBadRows: skipsBadRows, isRehearsal: isRehearsal)
    }
}
