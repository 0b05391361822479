import ArgumentParser
import Store
import Workflow

struct AreaImport: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .words(
            zh: "从 CSV 文件导入区域，或导入本程序附带的全国区划表。",
            en: "Import areas from a CSV file, or the national list that this program brings along."),
        discussion: .words(
            zh: "不写文件时导入：乡镇、街道及以上的行政区划，以及已停用的代码。此前导入过的区划表予以跳过。",
            en: """
                Without a file: the divisions down to subdistricts and towns, and the codes that were retired. A list that was imported \
                before is passed over.
                """)
    )

    @Argument(
        help: .words(zh: "CSV 文件；不写则导入全国区划表。", en: "The file; leave it out for the national list."), completion: .file(extensions: ["csv"]))
    var file: String?

    @Flag(
        help: .words(
            zh: "这些区域属于全国区划表，而不仅属于本登记系统。",
            en: "The areas belong to the national list, not to this register alone."))
    var national = false

    @OptionGroup var choices: ImportChoices
    @OptionGroup var format: RecordOptions

    mutating func validate() throws {
        if file == nil { try choices.refuseForSeveralTables(instead: "the national list") }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        let run = try ImportRun(registry: registry, caller: caller, choices: choices, json: format.json)
        guard let file else { return try await run.all(try Self.nationalList, skippingEarlier: true) }
        let mapping = try choices.mapping.map { try MappingFile(path: $0) }
        if let kind = try mapping?.kind, kind != .areas { throw MappingFile.wrongKind(kind, expected: .areas) }
        let table = try TableFile(path: file)
        try await run.one(
            ImportTask(kind: .areas, source: .file(table), mapping: mapping ?? .byName, origin: national ? .national : .local))
    }

    /// The retired codes come second, because their successors are in the first list.
    private static var nationalList: [ImportTask] {
        get throws {
            try ["reference/areas/areas.csv", "reference/areas/retired_codes.csv"].map { name in
                ImportTask(kind: .areas, source: .embedded(try EmbeddedTable(name: name)), mapping: .byName, origin: .national)
            }
        }
    }
}
