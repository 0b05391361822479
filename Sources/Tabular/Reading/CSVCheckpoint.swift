/// All that is needed to go on reading a file in the middle. Store it, open the file at ``offset``, and hand it to the reader.
package struct CSVCheckpoint: Hashable, Sendable, Codable {
    /// The byte of the file at which the next record begins.
    package let offset: Int
    /// The row number of that record; the header is row 1.
    package let row: Int
    /// The line of the file on which it begins, counted from 1.
    package let line: Int
    /// `nil` while everything before was plain ASCII, so that the encoding is not known yet.
    package let encoding: TextEncoding?
    package let delimiter: UInt8
    /// The names in the header.
    package let header: [String]

    package init(offset: Int, row: Int, line: Int, encoding: TextEncoding?, delimiter: UInt8, header: [String]) {
        self.offset = offset
        self.row = row
        self.line = line
        self.encoding = encoding
        self.delimiter = delimiter
        self.header = header
    }
}
