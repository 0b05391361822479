import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct FlagAssign: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "assign", abstract: "Give a flag to somebody, with a day; prints it.")

    @OptionGroup var flag: FlagArguments

    @Option(help: "Who, such as account-7.")
    var owner: String

    @Option(help: "By which day it is to be settled.")
    var due: Day

    @Option(help: "The code of the rule that sets the day.")
    var rule = "by-hand"

    @OptionGroup var version: FlagVersionOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await flag.does(.assign(owner: owner, due: due, rule: rule), version, on: registry, as: caller, format)
    }
}

struct FlagAnswer: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Keep what the organization says to a flag; prints it.")

    @OptionGroup var flag: FlagArguments

    @Argument(help: "The answer.")
    var answer: String

    @OptionGroup var version: FlagVersionOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await flag.does(.answer(answer), version, on: registry, as: caller, format)
    }
}

struct FlagEscalate: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "escalate", abstract: "Hand a flag up, with a day; prints it.")

    @OptionGroup var flag: FlagArguments

    @Option(help: "To whom, such as account-9.")
    var owner: String

    @Option(help: "By which day it is to be settled.")
    var due: Day

    @Option(help: "The code of the rule that sets the day.")
    var rule = "by-hand"

    @Option(help: "Why.")
    var note: String

    @OptionGroup var version: FlagVersionOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await flag.does(.escalate(owner: owner, due: due, rule: rule, note: note), version, on: registry, as: caller, format)
    }
}

struct FlagResolve: RegistryCommand {
    static let configuration = CommandConfiguration(commandName: "resolve", abstract: "Settle a flag; prints it.")

    @OptionGroup var flag: FlagArguments

    @Argument(help: "What came of it.")
    var result: String

    @OptionGroup var version: FlagVersionOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await flag.does(.resolve(result), version, on: registry, as: caller, format)
    }
}

struct FlagConfirm: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Say what follows from a flag; prints it. It takes a named account, and another one than the flag's owner.")

    @OptionGroup var flag: FlagArguments

    @Option(help: "What follows: \(HandledFlag.Consequence.allCases.map(\.rawValue).joined(separator: ", ")).")
    var consequence: HandledFlag.Consequence

    @Option(help: "Why.")
    var note: String

    @OptionGroup var version: FlagVersionOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await flag.does(.confirm(consequence, note: note), version, on: registry, as: caller, format)
    }
}

extension HandledFlag.Consequence: ExpressibleByArgument {}

extension FlagArguments {
    fileprivate func does(
        _ act: HandledFlag.Act, _ version: FlagVersionOption, on registry: Registry, as caller: Caller, _ format: RecordOptions
    ) async throws {
        let file = try await HandleFlag(registry: registry)(code, of: organization.number, act, version: version.version, as: caller)
        try Terminal.show(Record(file), asJSON: format.json)
    }
}
