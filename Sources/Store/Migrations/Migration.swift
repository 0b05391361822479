import Crypto
import EmbeddedFiles
import Values

/// One step of the database's structure.
package struct Migration: Hashable, Sendable {
    /// From 1 up, without gaps.
    package let version: Int32
    /// The file's name without its ending, `0001_areas`.
    package let name: String
    package let text: String
    /// SHA-256 of the text in hexadecimal digits: a step that ran is never edited.
    package let checksum: String

    package init(version: Int32, name: String, text: String) {
        self.version = version
        self.name = name
        self.text = text
        checksum = SHA256.hash(data: Array(text.utf8)).hexadecimal
    }

    /// The steps that were compiled in, in their order.
    ///
    /// - Throws: ``MigrationFault/misnamed(_:)`` for a file that is not named `NNNN_what.sql` with the next number.
    package static func embedded() throws(MigrationFault) -> [Migration] {
        var migrations: [Migration] = []
        for file in EmbeddedFile.all(under: "migrations") {
            let name = String(file.name.split(separator: "/").last?.split(separator: ".").first ?? "")
            guard let version = Int32(name.prefix(4)), name.dropFirst(4).first == "_", version == Int32(migrations.count + 1),
                let text = file.text
            else { throw .misnamed(file.name) }
            migrations.append(Migration(version: version, name: name, text: text))
        }
        return migrations
    }
}

/// Why the structure of a database cannot be brought up to date.
package enum MigrationFault: Error, Hashable, Sendable {
    case misnamed(String)
    /// A step that ran is not the one that this program has: its file was edited, or another program wrote it.
    case edited(name: String)
    /// The database has steps that this program does not know; it is older than the database.
    case databaseIsNewer(version: Int32)
}
