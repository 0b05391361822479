import ArgumentParser
import Workflow

struct OrganizationImport: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .words(
            zh: "从 CSV 文件（UTF-8 或 GB18030）导入组织及其各项记录。",
            en: "Import organizations and what belongs to them from CSV files, UTF-8 or GB18030."),
        discussion: .words(
            zh: """
                一张表要么整表导入，要么完全不导入，除非写了 --skip-bad-rows。导入中断后，再次运行同一命令即从中断处继续；同一文\
                件导入两次，不产生变化。
                清单每行写一项导入，依次为种类、文件、映射文件或“-”，以制表符分隔；路径以清单所在目录为准。此前已导入且未改动的\
                文件予以跳过。
                """,
            en: """
                A table is taken over as a whole or not at all, unless --skip-bad-rows is given. An import that was cut short goes on where it \
                was when the same command is run again; importing the same file twice changes nothing.

                A manifest lists one import on each line, with tabs between the kind, the file and the mapping file or “-”; paths are seen \
                from the manifest's folder. What was imported before from an unchanged file is passed over.
                """)
    )

    @Argument(help: .words(zh: "CSV 文件。", en: "The file."), completion: .file(extensions: ["csv"]))
    var file: String?

    @Option(
        help: .words(
            zh: "各行的种类（默认：按映射文件，否则为 organizations）。",
            en: "What the rows are (default: what the mapping says, else organizations)."))
    var kind: ImportKind?

    @OptionGroup var choices: ImportChoices

    @Option(help: .words(zh: "导入此清单所列的表格。", en: "Import the tables that this manifest lists."), completion: .file())
    var manifest: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            .words(
                zh: "导入示例名册：目录，或 sql/sample 下的名称。",
                en: "Import sample registers: folders, or names below sql/sample."), valueName: "folder"), completion: .directory)
    var sample: [String] = []

    @OptionGroup var format: RecordOptions

    mutating func validate() throws {
        let sources = [file != nil, manifest != nil, !sample.isEmpty].filter { $0 }.count
        guard sources == 1 else {
            throw ValidationError(zh: "FILE、--manifest 和 --sample 请写其中一个。", en: "Give one of FILE, --manifest and --sample.")
        }
        if kind == .areas {
            throw ValidationError(zh: "导入区划请用：incubator area import FILE", en: "Areas are imported with: incubator area import FILE")
        }
        guard file == nil else { return }
        if kind != nil {
            throw ValidationError(zh: "--kind 只用于单个文件 FILE；清单自己写明种类。", en: "--kind goes with one FILE; a manifest names the kinds itself.")
        }
        try choices.refuseForSeveralTables(instead: "a manifest")
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        let tasks = try file.map { [try task(for: $0)] } ?? manifests.flatMap { try ImportManifest(path: $0).tasks() }
        let run = try ImportRun(registry: registry, caller: caller, choices: choices, json: format.json)
        if file != nil, let task = tasks.first { try await run.one(task) } else { try await run.all(tasks, skippingEarlier: true) }
    }

    private var manifests: [String] {
        manifest.map { [$0] } ?? sample.map(ImportManifest.path(ofSample:))
    }

    private func task(for file: String) throws -> ImportTask {
        let mapping = try choices.mapping.map { try MappingFile(path: $0) } ?? .byName
        let mapped = try mapping.kind
        if let kind, let mapped, kind != mapped { throw MappingFile.wrongKind(mapped, expected: kind) }
        if mapped == .areas { throw MappingFile.wrongKind(.areas, expected: .organizations) }
        return ImportTask(kind: kind ?? mapped ?? .organizations, source: .file(try TableFile(path: file)), mapping: mapping)
    }
}
