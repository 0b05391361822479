import ArgumentParser
import Values
import Workflow

struct PersonReplay: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: .words(
            zh: "恢复备份后，将名单上的已删除人员重新删除。",
            en: "Erase again, after a backup was restored, whom the list of erased people names."),
        discussion: .words(
            zh: "可随时运行：已删除的保持不变；此后得到相同编号的另一人不会被误删。",
            en: "It can be run at any time: who is erased stays so, and a person who was given another's number is not taken for that one.")
    )

    @Option(
        help: .words(
            zh: "名单（默认：INCUBATOR_ERASED_PEOPLE，否则 .local/erased-people）。",
            en: "The list (default: INCUBATOR_ERASED_PEOPLE, else .local/erased-people)."), completion: .file())
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
