import ArgumentParser
import EmbeddedDatabase

/// What every command about the private database takes.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: .words(
            zh: "数据目录（默认：INCUBATOR_DATA，否则 .local/database）。",
            en: "The folder with the data (default: INCUBATOR_DATA, else .local/database)."), completion: .directory)
    var directory: String?

    @Flag(help: .words(zh: "输出 JSON。", en: "Print JSON."))
    var json = false

    /// The connection string that replaces the private database. A folder named on the command line is meant, whatever the environment says.
    var replacement: String? { directory == nil ? DatabaseSettings.url : nil }

    var database: EmbeddedDatabase { DatabaseSettings.embedded(directory: directory) }

    mutating func validate() throws {
        if directory?.isEmpty == true { throw ValidationError(zh: "--directory 须写文件夹。", en: "--directory needs a folder.") }
    }
}
