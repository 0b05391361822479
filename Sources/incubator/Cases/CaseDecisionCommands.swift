import ArgumentParser
import Incubation
import Values
import Workflow

/// Moves that take several people. Each of these is the word of a named person: they act by an API token (INCUBATOR_TOKEN).
struct CaseDecisions: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: "List a case's decisions, the newest first.")

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let found = try await ListDecisions(registry: registry)(organization.number, as: caller)
        var listing = Listing<CaseDecision>(as: format)
        if !found.isEmpty { try listing.add(found) }
        try listing.finish(next: nil)
    }
}

struct CaseWaiting: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "waiting", abstract: "List the moves that wait for a review or for the authority's word, the longest waiting first.")

    @Option(help: "Where the organizations lie; everywhere without it.")
    var area: AreaCode?

    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await page.print(as: format) { try await ListWaitingDecisions(registry: registry)(in: area, page: $0, as: caller) }
    }
}

extension WaitingDecision: Presentable {
    static let columns: [Column<WaitingDecision>] = [
        Column("organization", "组织编号", "organization") { .text($0.organization.description) },
        Column("organizationName", "组织", "name") { .text($0.organizationName) },
        Column("from", "现阶段", "from") { .term($0.from, \.words) },
        Column("to", "转为", "to") { .term($0.to, \.words) },
        Column("state", "状态", "state", brief: false) { .text($0.state.rawValue) },
        Column("next", "下一步", "next") { .term($0.next, \.words) },
        Column("recommendedOn", "推荐日期", "recommended on") { .day($0.recommendedOn) },
    ]
}

struct CaseDeclare: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: "Say, once, whether you have an interest in the organization.")

    @OptionGroup var organization: OrganizationArgument

    @Flag(inversion: .prefixedNo, help: "Whether you have one. Whoever has withdraws.")
    var interest: Bool

    func run(on registry: Registry, as caller: Caller) async throws {
        _ = try await DeclareInterest(registry: registry)(organization.number, hasInterest: interest, as: caller)
    }
}

struct CaseRecommend: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommend", abstract: "Recommend a move that takes several people; prints the decision.")

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: "The stage to move to.")
    var stage: CaseStage

    @Option(help: "Why; the organization sees it.")
    var reason: String

    @Option(help: "The version of the case that was read.")
    var version: Int64

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let decision = try await RecommendMove(registry: registry)(
            organization.number, to: stage, reason: reason, version: version, as: caller)
        try Terminal.show(Record(decision), asJSON: format.json)
    }
}

struct CaseReview: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Review the recommended move; prints the decision.")

    @OptionGroup var organization: OrganizationArgument

    @Flag(inversion: .prefixedNo, help: "Whether the move is due.")
    var endorse: Bool

    @Option(help: "Why.")
    var reason: String

    @Option(help: "The version of the decision that was read.")
    var version: Int64

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let decision = try await ReviewMove(registry: registry)(
            organization.number, isEndorsed: endorse, reason: reason, version: version, as: caller)
        try Terminal.show(Record(decision), asJSON: format.json)
    }
}

struct CaseDecide: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Approve the recommended move, which is then made, or send it back; prints the decision.")

    @OptionGroup var organization: OrganizationArgument

    @Flag(inversion: .prefixedNo, help: "Whether it is approved.")
    var approve: Bool

    @Option(help: "Why; the organization sees it.")
    var reason: String

    @Option(help: "The version of the decision that was read.")
    var version: Int64

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let decision = try await DecideMove(registry: registry)(
            organization.number, isApproved: approve, reason: reason, version: version, as: caller)
        try Terminal.show(Record(decision), asJSON: format.json)
    }
}

extension CaseDecision: Presentable {
    static let columns: [Column<CaseDecision>] = [
        Column("number", "次序", "number") { .integer(Int64($0.number)) },
        Column("to", "转为", "to") { .term($0.stage, \.words) },
        Column("state", "状态", "state") { .text($0.state.rawValue) },
        Column("recommendedBy", "推荐人", "recommended by") { .text($0.recommendation.by) },
        Column("recommendation", "推荐理由", "recommendation") { .text($0.recommendation.reason) },
        Column("reviewedBy", "评审人", "reviewed by") { .text($0.review?.by) },
        Column("review", "评审意见", "review") { .text($0.review?.reason) },
        Column("decidedBy", "决定人", "decided by") { .text($0.decision?.by) },
        Column("decision", "决定理由", "decision") { .text($0.decision?.reason) },
        Column("version", "版本", "version") { .integer($0.version) },
    ]
}
