import ArgumentParser
import Incubation
import Values
import Workflow

struct AreaAdd: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .words(
            zh: "新增本登记系统自有的区域，如社区或网格，并显示该区域。",
            en: "Add an area of the register's own, such as a community or a grid; prints it."),
        discussion: .words(
            zh: """
                社区代码为 12 位。邻里、小区和网格没有国家代码，其代码由社区代码、连字符和数字或字母组成，如 320613001001-03。
                """,
            en: """
                A community's code has 12 digits. Neighbourhoods, compounds and grids have no national code: theirs is the community's with a \
                hyphen and a number or letters, such as 320613001001-03.
                """)
    )

    @Argument(help: .words(zh: "区域代码。", en: "The area's code."))
    var code: AreaCode

    @Argument(help: .words(zh: "区域名称。", en: "The area's name."))
    var name: String

    @Option(help: .words(zh: "区域级别。", en: "The area's level."))
    var level: AreaLevel

    @Option(help: .words(zh: "所属的上级区域。", en: "The area that it lies in."))
    var parent: AreaCode?

    @Option(help: .words(zh: "区域的英文名称。", en: "The area's name in English."))
    var englishName: String?

    @Option(help: .words(zh: "代码的启用日期，如 2020-11-01。", en: "The first day on which the code is in force, such as 2020-11-01."))
    var validFrom: Day?

    @Option(help: .words(zh: "代码有效的最后一日。", en: "The last day on which the code is in force."))
    var validUntil: Day?

    @Option(help: .words(zh: "此后接替的区域。", en: "The area that takes over afterwards."))
    var successor: AreaCode?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let area = Area(
            code: code, name: name, englishName: englishName, level: level, parent: parent, validFrom: validFrom, validUntil: validUntil,
            successor: successor)
        try Terminal.show(Record(try await AddArea(registry: registry)(area, as: caller)), asJSON: format.json)
    }
}
