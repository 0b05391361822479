/// How a file is to be read. What is `nil` is found out from the file.
package struct CSVOptions: Hashable, Sendable {
    /// `nil`: a byte order mark or valid UTF-8 means UTF-8, anything else GB18030.
    package var encoding: TextEncoding?
    /// One of ``delimiters``. `nil`: the one that stands most often in the first line.
    package var delimiter: UInt8?
    /// The largest cell, in bytes of the file.
    package var largestCell = 1 << 20
    /// The largest record, in bytes of the file. Bounds the memory of the reader.
    package var largestRecord = 4 << 20
    /// The largest number of columns.
    package var mostColumns = 500

    /// Comma, tab and semicolon. None of them can be the second half of a GB18030 character.
    package static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]

    package init(encoding: TextEncoding? = nil, delimiter: UInt8? = nil) {
        self.encoding = encoding
        self.delimiter = delimiter
    }
}
