import ArgumentParser
import Values
import Workflow

struct PersonReplay: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Erase again, after a backup was restored, whom the list of erased people names.",
        discussion:
            "It can be run at any time: who is erased stays so, and a person who was given another's number is not taken for that one."
    )

    @Option(help: "The list (default: INCUBATOR_ERASED_PEOPLE, else .local/erased-people).", completion: .file())
    var list: String?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let people = try (list.map { ErasureFile(path: $0) } ?? .standard).read()
        let outcome = try await ReplayErasures(registry: registry)(people, as: caller)
        try Terminal.show(Record(outcome), asJSON: format.json)
    }
}

extension ReplayErasures.Outcome: Presentable {
    static let columns: [Column<ReplayErasures.Outcome>] = [
        Column("erased", "重新删除", "erased again") { .integer(Int64($0.erased)) },
        Column("absent", "无须删除", "not there") { .integer(Int64($0.absent)) },
    ]
}
