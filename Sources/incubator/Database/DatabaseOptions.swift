import ArgumentParser
import EmbeddedDatabase
import Foundation

/// What every command about the private database takes.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "The folder with the data (default: INCUBATOR_DATA, else .local/database). 数据目录")
    var directory: String?

    @Flag(help: "Print JSON. 输出 JSON")
    var json = false

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// The connection string that replaces the private database. A folder named on the command line is meant, whatever the environment says.
    var replacement: String? {
        guard directory == nil, let url = environment["DATABASE_URL"], !url.isEmpty else { return nil }
        return url
    }

    var database: EmbeddedDatabase {
        let named = environment["INCUBATOR_DATA"].flatMap { $0.isEmpty ? nil : $0 }
        return EmbeddedDatabase(directory: directory ?? named ?? ".local/database")
    }

    mutating func validate() throws {
        if directory?.isEmpty == true { throw ValidationError("--directory needs a folder. 请给出目录。") }
    }
}
