import ArgumentParser
import Incubation
import Values
import Workflow

struct RecordPostCommand: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "post", abstract: "Add a post of the leadership team.")

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The post.")
    var post: PostKind

    @Argument(help: "Who holds it.")
    var person: String

    @Option(help: "How the person was chosen.")
    var chosenBy: SelectionMethod

    @Option(help: "The first day of the term, such as 2026-03-01.")
    var termBegan: Day

    @Option(help: "The last day of the term by the charter.")
    var termEnds: Day?

    @Option(help: "The day on which the person left.")
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
    static let configuration = CommandConfiguration(commandName: "charter", abstract: "Add a version of the charter.")

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The number of the version, from 1.")
    var version: Int32

    @Option(help: "The day on which it was adopted.")
    var adoptedOn: Day

    @Option(help: "The day on which somebody last went through it.")
    var reviewedOn: Day?

    @Option(parsing: .upToNextOption, help: "The headings of the model charter that it has.")
    var clauses: [CharterClause]

    @Option(help: ArgumentHelp("The vote: entitled,in favour,against,abstained, such as 40,31,2,1.", valueName: "numbers"))
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
