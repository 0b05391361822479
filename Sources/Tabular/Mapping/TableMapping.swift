/// How a foreign table becomes rows of the register: a mapping file, or the mapping by name that needs none.
///
/// The file is JSON; <doc:MappingFiles> describes it.
package struct TableMapping: Hashable, Sendable {
    /// Where the data comes from, for attribution.
    package struct Attribution: Hashable, Sendable {
        package var name: String
        package var licence: String?
        package var url: String?
        /// The words that the licence asks for.
        package var attribution: String?
    }

    /// When a row is passed over without a word: the column's cell is one of these texts (empty text: the cell is empty), or none of them.
    package struct Condition: Hashable, Sendable {
        package var column: String
        package var texts: Set<String>
        package var negated = false
    }

    /// One row that each row of the file gives. Its rules stand over those of the mapping.
    package struct Repetition: Hashable, Sendable {
        package var columns: [String: ColumnRule]
        package var skipWhen: [Condition] = []
    }

    /// The schema that is filled; `nil` fits every schema.
    package var kind: String?
    package var source: Attribution?
    package var encoding: TextEncoding?
    package var delimiter: UInt8?
    /// Rules by the name of the register's column.
    package var columns: [String: ColumnRule] = [:]
    /// Whether columns without a rule are filled from header names that mean them.
    package var matchesByName = false
    /// Texts that mean a missing value in every column.
    package var missing: Set<String> = []
    package var skipWhen: [Condition] = []
    /// Empty: every row of the file gives one row.
    package var repetitions: [Repetition] = []

    package init() {}

    /// Every column of the register is filled from the header name that means it: its name, a label or an alias, whatever its case and width.
    package static let byName: TableMapping = {
        var mapping = TableMapping()
        mapping.matchesByName = true
        return mapping
    }()

    /// The reader's options, with what the mapping states about the file.
    package func options(over options: CSVOptions = CSVOptions()) -> CSVOptions {
        var options = options
        options.encoding = options.encoding ?? encoding
        options.delimiter = options.delimiter ?? delimiter
        return options
    }
}
