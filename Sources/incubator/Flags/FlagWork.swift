import Appraisal
import ArgumentParser
import Incubation
import Values
import Workflow

struct FlagAssign: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: .words(
            zh: "指派预警的承办人和办结期限，并显示该预警。",
            en: "Give a flag to somebody, with a day; prints it."))

    @OptionGroup var flag: FlagArguments

    @Option(help: .words(zh: "承办人，如 account-7。", en: "Who, such as account-7."))
    var owner: String

    @Option(help: .words(zh: "办结期限。", en: "By which day it is to be settled."))
    var due: Day

    @Option(help: .words(zh: "期限所依据规则的代码。", en: "The code of the rule that sets the day."))
    var rule = "by-hand"

    @OptionGroup var version: FlagVersionOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await flag.does(.assign(owner: owner, due: due, rule: rule), version, on: registry, as: caller, format)
    }
}

struct FlagAnswer: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: .words(
            zh: "登记组织对预警的答复，并显示该预警。",
            en: "Keep what the organization says to a flag; prints it."))

    @OptionGroup var flag: FlagArguments

    @Argument(help: .words(zh: "答复内容。", en: "The answer."))
    var answer: String

    @OptionGroup var version: FlagVersionOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await flag.does(.answer(answer), version, on: registry, as: caller, format)
    }
}

struct FlagEscalate: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "escalate",
        abstract: .words(
            zh: "上报预警并写明期限，显示该预警。",
            en: "Hand a flag up, with a day; prints it."))

    @OptionGroup var flag: FlagArguments

    @Option(help: .words(zh: "上报给谁，如 account-9。", en: "To whom, such as account-9."))
    var owner: String

    @Option(help: .words(zh: "办结期限。", en: "By which day it is to be settled."))
    var due: Day

    @Option(help: .words(zh: "期限所依据规则的代码。", en: "The code of the rule that sets the day."))
    var rule = "by-hand"

    @Option(help: .words(zh: "理由。", en: "Why."))
    var note: String

    @OptionGroup var version: FlagVersionOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await flag.does(.escalate(owner: owner, due: due, rule: rule, note: note), version, on: registry, as: caller, format)
    }
}

struct FlagResolve: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: .words(
            zh: "办结预警，并显示该预警。",
            en: "Settle a flag; prints it."))

    @OptionGroup var flag: FlagArguments

    @Argument(help: .words(zh: "处理结果。", en: "What came of it."))
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
        abstract: .words(
            zh: "确认预警的后果，并显示该预警。须用具名账号，且不能是该预警的承办人。",
            en: "Say what follows from a flag; prints it. It takes a named account, and another one than the flag's owner."))

    @OptionGroup var flag: FlagArguments

    @Option(
        help: .words(
            zh: "要确认的后果。",
            en: "What follows: \(HandledFlag.Consequence.allCases.map(\.rawValue).joined(separator: ", "))."))
    var consequence: HandledFlag.Consequence

    @Option(help: .words(zh: "理由。", en: "Why."))
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
