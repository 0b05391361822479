@testable import Tabular

/// What a reader made of a file: its rows, what it refused, and how it ended.
struct Reading: Equatable {
    var header: [String] = []
    var rows: [[String]] = []
    /// Row numbers of `rows`.
    var numbers: [Int] = []
    var findings: [Finding] = []
    var refusal: Finding?
    var checkpoints: [CSVCheckpoint] = []

    /// Reads all bytes, cut into chunks of the sizes given, which are used in turn.
    init(_ bytes: [UInt8], options: CSVOptions = CSVOptions(), chunks: [Int] = [1 << 16]) {
        self.init(reader: CSVReader(options: options), bytes, chunks: chunks)
    }

    init(reader: CSVReader, _ bytes: [UInt8], chunks: [Int] = [1 << 16]) {
        var reader = reader
        var position = 0
        var turn = 0
        do throws(TableRefusal) {
            while true {
                switch try reader.next() {
                case .record:
                    rows.append(reader.record.strings)
                    numbers.append(reader.record.row)
                    reader.checkpoint.map { checkpoints.append($0) }
                case .refused(let finding): findings.append(finding)
                case .needsBytes:
                    if position == bytes.count {
                        reader.finish()
                    } else {
                        let end = min(bytes.count, position + max(1, chunks[turn % chunks.count]))
                        reader.append(Array(bytes[position..<end]))
                        (position, turn) = (end, turn + 1)
                    }
                case .end:
                    header = reader.header?.names ?? []
                    return
                }
            }
        } catch {
            refusal = error.finding
            header = reader.header?.names ?? []
        }
    }

    init(_ text: String, options: CSVOptions = CSVOptions(), chunks: [Int] = [1 << 16]) {
        self.init(Array(text.utf8), options: options, chunks: chunks)
    }

    /// Code, row, line and column of every finding.
    var places: [String] {
        findings.map { "\($0.code) \($0.row) \($0.line) \($0.column ?? "-")" }
    }
}
