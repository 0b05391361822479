package import Values

/// What rows of one kind look like to the register: the columns that can be filled, and what each may hold. The caller's data.
package struct TableSchema: Hashable, Sendable {
    /// One column that can be filled.
    package struct Column: Hashable, Sendable {
        /// The name that mapping files use, such as `receivedOn`.
        package let name: String
        /// What people call it. A table whose header uses either label needs no mapping.
        package let label: BilingualText
        /// Further header names that mean this column.
        package let aliases: [String]
        package let type: FieldType
        /// Whether a row without a value is refused.
        package let required: Bool
        /// Whether the value may point to a person, so that findings do not repeat it.
        package let personal: Bool
        /// What to write into the column, for documentation and templates.
        package let explanation: BilingualText

        package init(
            _ name: String,
            label: BilingualText,
            aliases: [String] = [],
            type: FieldType,
            required: Bool = false,
            personal: Bool = false,
            explanation: BilingualText = BilingualText(zh: "", en: "")
        ) {
            self.name = name
            self.label = label
            self.aliases = aliases
            self.type = type
            self.required = required
            self.personal = personal
            self.explanation = explanation
        }

        /// All header names that mean this column.
        package var names: [String] { [name, label.zh, label.en] + aliases }
    }

    /// What a row is, such as `organizations` or `accounts`; a mapping file names it.
    package let kind: String
    package let columns: [Column]

    package init(kind: String, columns: [Column]) {
        self.kind = kind
        self.columns = columns
    }

    /// The index by which ``MappedRow`` knows the column. Ask once, not for every row.
    package func index(of name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }
}
