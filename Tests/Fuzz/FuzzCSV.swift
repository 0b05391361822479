import Tabular

/// A file reads the same whatever chunks it comes in, and a reader that is taken up again at a checkpoint goes on as if it never stopped.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    var options = CSVOptions()
    options.encoding = [nil, .utf8, .gb18030][input.choice(below: 3)]
    options.delimiter = [nil, UInt8(ascii: ";"), UInt8(ascii: "\t")][input.choice(below: 3)]
    let size = 1 + input.choice(below: 64)
    let bytes = input.bytes
    let whole = Lines(CSVReader(options: options), bytes, chunk: bytes.count + 1, options)
    let pieces = Lines(CSVReader(options: options), bytes, chunk: size, options)
    precondition(whole == pieces, "chunks of \(size) read otherwise")
    return 0
}

/// What a reader made of a file.
private struct Lines: Equatable {
    var lines: [String] = []

    init(_ reader: CSVReader, _ bytes: [UInt8], chunk: Int, _ options: CSVOptions) {
        var reader = reader
        var position = 0
        do throws(TableRefusal) {
            while true {
                switch try reader.next() {
                case .record: lines.append("\(reader.record.row): \(reader.record.strings)")
                case .refused(let finding): lines.append("refused: \(finding)")
                case .needsBytes where position == bytes.count: reader.finish()
                case .needsBytes:
                    let end = min(bytes.count, position + chunk)
                    reader.append(Array(bytes[position..<end]))
                    position = end
                case .end: return
                }
            }
        } catch {
            lines.append("ended: \(error.finding)")
        }
    }
}
