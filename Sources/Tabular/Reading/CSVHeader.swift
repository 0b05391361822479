import Values

/// The names in the first row of a table.
package struct CSVHeader: Hashable, Sendable {
    /// Without white space around them, in the order of the columns. A column may have no name; it then cannot be addressed.
    package let names: [String]
    private let exact: [String: Int]
    private let folded: [String: Int]

    /// - Throws: ``StructureProblem/headerWithoutNames`` or ``StructureProblem/duplicateHeader(name:first:second:)``.
    package init(names: [String]) throws(StructureProblem) {
        self.names = names.map(Spelling.trimmed)
        var exact: [String: Int] = [:]
        var folded: [String: Int] = [:]
        for (index, name) in self.names.enumerated() where !name.isEmpty {
            if let first = exact.updateValue(index, forKey: name) {
                throw .duplicateHeader(name: Finding.shortened(name), first: first + 1, second: index + 1)
            }
            folded[Spelling.folded(name), default: index] = index
        }
        guard !exact.isEmpty else { throw .headerWithoutNames }
        self.exact = exact
        self.folded = folded
    }

    /// The column of that name: first as written, then without regard to case, width, spaces, hyphens and underscores.
    package func index(of name: String) -> Int? {
        let trimmed = Spelling.trimmed(name)
        return exact[trimmed] ?? folded[Spelling.folded(trimmed)]
    }
}
