import ArgumentParser
import Incubation
import Values
import Workflow

struct RecordPostCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: .words(
            zh: "登记领袖团队的一项任职。",
            en: "Add a post of the leadership team."))

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "职务。", en: "The post."))
    var post: PostKind

    @Argument(help: .words(zh: "任职人员。", en: "Who holds it."))
    var person: String

    @Option(help: .words(zh: "产生方式。", en: "How the person was chosen."))
    var chosenBy: SelectionMethod

    @Option(help: .words(zh: "任期的开始日期，如 2026-03-01。", en: "The first day of the term, such as 2026-03-01."))
    var termBegan: Day

    @Option(help: .words(zh: "章程规定的任期最后一日。", en: "The last day of the term by the charter."))
    var termEnds: Day?

    @Option(help: .words(zh: "离任日期。", en: "The day on which the person left."))
    var left: Day?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let value = LeadershipPost(
            post: post, personName: person, chosenBy: chosenBy, termBegan: termBegan, termEnds: termEnds, left: left)
        let elements = try await RecordLeadershipPost(registry: registry)(organization.number, value, as: caller)
        try Terminal.show(Record(elements), asJSON: format.json)
    }
}

struct RecordCharterCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "charter",
        abstract: .words(
            zh: "登记活动章程的一个版本。",
            en: "Add a version of the charter."))

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "版本号，从 1 起。", en: "The number of the version, from 1."))
    var version: Int32

    @Option(help: .words(zh: "通过日期。", en: "The day on which it was adopted."))
    var adoptedOn: Day

    @Option(help: .words(zh: "最近复审的日期。", en: "The day on which somebody last went through it."))
    var reviewedOn: Day?

    @Option(parsing: .upToNextOption, help: .words(zh: "已写入的示范章程条款。", en: "The headings of the model charter that it has."))
    var clauses: [CharterClause]

    @Option(
        help: ArgumentHelp(
            .words(
                zh: "表决结果：应到,赞成,反对,弃权，如 40,31,2,1。",
                en: "The vote: entitled,in favour,against,abstained, such as 40,31,2,1."), valueName: "numbers"))
    var vote: VoteArgument?

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let value = Charter(
            version: version, adoptedOn: adoptedOn, reviewedOn: reviewedOn, clauses: Set(clauses), adoption: vote?.vote)
        let elements = try await RecordCharter(registry: registry)(organization.number, value, as: caller)
        try Terminal.show(Record(elements), asJSON: format.json)
    }
}

/// A vote as it is written on the command line, `40,31,2,1`.
struct VoteArgument: ExpressibleByArgument {
    let vote: AdoptionVote

    init?(argument: String) {
        let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int32($0) }
        guard numbers.count == 4, let entitled = numbers[0], let inFavour = numbers[1], let against = numbers[2], let abstained = numbers[3]
        else { return nil }
        vote = AdoptionVote(entitled: entitled, inFavour: inFavour, against: against, abstained: abstained)
    }
}
