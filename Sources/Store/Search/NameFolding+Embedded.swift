import EmbeddedFiles

extension NameFolding {
    /// Folding by the table of simplified characters that was compiled in.
    package static let standard = NameFolding(simplified: simplifiedCharacters())

    /// Reads `traditional,simplified` rows; a row of anything else is passed over.
    private static func simplifiedCharacters() -> [Unicode.Scalar: Unicode.Scalar] {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        let rows = EmbeddedFile.named("reference/han/simplified.csv")?.text ?? ""
        for row in rows.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = row.split(separator: ",")
            guard cells.count >= 2, let from = cells[0].unicodeScalars.first, let to = cells[1].unicodeScalars.first else { continue }
            if cells[0].unicodeScalars.count == 1, cells[1].unicodeScalars.count == 1 { table[from] = to }
        }
        return table
    }
}
