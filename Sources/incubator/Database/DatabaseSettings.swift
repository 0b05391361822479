import EmbeddedDatabase
import Foundation

/// What the environment says about the database.
enum DatabaseSettings {
    /// `DATABASE_URL`: the database that replaces the private one; nil when it is not set or empty.
    static var url: String? { setting("DATABASE_URL") }

    /// The private database in a folder: the one given, else that of `INCUBATOR_DATA`, else `.local/database`.
    static func embedded(directory: String? = nil) -> EmbeddedDatabase {
        EmbeddedDatabase(directory: directory ?? setting("INCUBATOR_DATA") ?? standardDirectory)
    }

    /// The file with the key of people's data: that of `INCUBATOR_PEOPLE_KEY_FILE`, else `people.key` in the folder with the data.
    static func peopleKeyPath(directory: String? = nil) -> String {
        setting("INCUBATOR_PEOPLE_KEY_FILE") ?? (directory ?? setting("INCUBATOR_DATA") ?? standardDirectory) + "/people.key"
    }

    private static let standardDirectory = ".local/database"

    /// A setting of the environment; nil when it is not set or empty.
    static func setting(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
