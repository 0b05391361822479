/// How one row of a file becomes one row for the register: a filling for each column that gets a value, and when to pass over.
struct RowPlan {
    /// A condition with its column resolved.
    struct Test {
        let column: Int
        let texts: Set<String>
        let negated: Bool

        func holds(for record: borrowing CSVRecord) -> Bool {
            let found = record.withBytes(of: column) { bytes in
                texts.contains(FieldParser.string(bytes.extracting(TextRule.trimmed(bytes))))
            }
            return found != negated
        }
    }

    var fillings: [Filling]
    var skipWhen: [Test]
}
