import ArgumentParser
import Incubation
import Values
import Workflow

struct CaseMentor: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentor",
        abstract: .words(zh: "列出组织的导师，或为其安排导师。", en: "List an organization's mentors, or give it one."),
        discussion: .words(zh: "不写姓名时不作任何改动。", en: "Without a name nothing is changed.")
    )

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "新导师的姓名。", en: "The new mentor's name."))
    var name: String?

    @Option(help: .words(zh: "导师的开始日期（默认：北京时间当天）。", en: "The mentor's first day (default: today in China)."))
    var from: Day?

    @Option(help: .words(zh: "导师的最后一日。", en: "The mentor's last day."))
    var until: Day?

    @OptionGroup var format: TableOptions

    mutating func validate() throws {
        if name == nil, from != nil || until != nil {
            throw ValidationError(zh: "写了 --from 或 --until 就须写导师姓名。", en: "--from and --until need the mentor's name.")
        }
    }

    func run(on registry: Registry, as caller: Caller) async throws {
        guard let name else {
            return try Listing.show(try await ListMentors(registry: registry)(organization.number, as: caller), as: format)
        }
        let assignment = MentorAssignment(mentorName: name, from: from ?? registry.today, until: until)
        try Listing.show(try await AssignMentor(registry: registry)(organization.number, assignment, as: caller), as: format)
    }
}
