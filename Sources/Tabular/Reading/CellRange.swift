/// Where one cell stands in the record's bytes, and what was seen in it on the way.
struct CellRange {
    /// What the scanner saw in a cell; decides which slower steps the cell needs.
    struct Traits: OptionSet {
        let rawValue: UInt8
        static let quoted = Traits(rawValue: 1)
        static let doubledQuotes = Traits(rawValue: 2)
        /// Bytes of 0x80 and above.
        static let beyondASCII = Traits(rawValue: 4)
        static let nul = Traits(rawValue: 8)
        /// The range counts in the record's converted bytes, not in the file's.
        static let converted = Traits(rawValue: 16)
    }

    var start: Int
    var end: Int
    var traits: Traits
}
