import Tabular
import Workflow

/// A table that somebody sent, on its way into the register.
struct Upload: Sendable {
    /// Whoever sent it, by the name in audit events; nobody else sees it.
    let owner: String
    let kind: ImportKind
    let table: TableText
    /// Which of the table's columns fills which of the register's, by name.
    var columns: [String: String]

    /// The table as the register is asked to take it over.
    func request(isRehearsal: Bool, skipsBadRows: Bool) -> ImportRequest {
        ImportRequest(table, kind: kind, columns: columns, skipsBadRows: skipsBadRows, isRehearsal: isRehearsal)
    }
}

/// Tables that wait for their sender's word, by the numbers of the imports that tried them. They are kept in memory for a while and nowhere
/// else: whoever sends nothing more loses nothing but the way there.
actor Uploads {
    /// Bytes of all tables together.
    private static let most = 64 << 20
    private static let lifetime: Duration = .seconds(3600)
    private var kept: [Int64: (upload: Upload, until: ContinuousClock.Instant)] = [:]

    /// Keeps a table. The oldest make room where there is none.
    func keep(_ upload: Upload, for number: Int64) {
        let now = ContinuousClock.now
        kept = kept.filter { $0.value.until > now }
        kept[number] = (upload, now + Self.lifetime)
        while kept.values.reduce(0, { $0 + $1.upload.table.bytes.count }) > Self.most, kept.count > 1 {
            guard let oldest = kept.filter({ $0.key != number }).min(by: { $0.value.until < $1.value.until })?.key else { break }
            kept[oldest] = nil
        }
    }

    /// The table of an import; nil when there is none any more, or when it is somebody else's.
    func find(_ number: Int64, of owner: String) -> Upload? {
        guard let found = kept[number], found.until > .now, found.upload.owner == owner else { return nil }
        return found.upload
    }
}
