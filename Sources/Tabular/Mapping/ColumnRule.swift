/// How a mapping fills one column of the register.
package struct ColumnRule: Hashable, Sendable {
    /// Where the value comes from. Names are names in the file's header.
    package enum Source: Hashable, Sendable {
        case column(String)
        case constant(String)
        /// Text with column names in braces, `{edition_year}-12-31`. Missing when one of the columns is empty.
        case template([Piece])
        /// All columns added; missing when one of them is empty.
        case sum([String])
        /// The first column less all others; missing when one of them is empty.
        case difference([String])
    }

    /// A part of a template.
    package enum Piece: Hashable, Sendable {
        case text(String)
        case column(String)
    }

    /// What becomes of a cell that ``values`` does not hold.
    package enum Otherwise: Hashable, Sendable {
        /// It is refused. What a mapping says that says nothing.
        case refused
        /// It is read as it stands.
        case asWritten
        /// It becomes this value; empty text means that the value is missing.
        case value(String)
    }

    package var source: Source
    package var format = CellFormat()
    /// Cells (without white space around them) and what they mean; empty text means that the value is missing.
    package var values: [String: String] = [:]
    package var otherwise = Otherwise.refused
    /// What an empty cell means, where it does not mean that the value is missing.
    package var whenEmpty: String?
    /// The number is multiplied by this, then ``offset`` is added.
    package var scale = ExactDecimal.one
    package var offset = ExactDecimal.zero

    package init(_ source: Source) {
        self.source = source
    }

    /// Whether the value has to be computed.
    var isArithmetic: Bool {
        switch source {
        case .sum, .difference: true
        case .column, .constant, .template: scale != .one || offset != .zero
        }
    }
}
