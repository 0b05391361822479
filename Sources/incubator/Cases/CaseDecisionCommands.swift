import ArgumentParser
import Incubation
import Values
import Workflow

/// Moves that take several people. Each of these is the word of a named person: they act by an API token (INCUBATOR_TOKEN).
struct CaseDecisions: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: .words(zh: "列出案卷的决定，最新的在前。", en: "List a case's decisions, the newest first."))

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
        commandName: "waiting",
        abstract: .words(
            zh: "列出等待评审或批准的事项，等待最久的在前。",
            en: "List the moves that wait for a review or for the authority's word, the longest waiting first."))

    @Option(help: .words(zh: "组织所在的区域；不写则不限。", en: "Where the organizations lie; everywhere without it."))
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
        commandName: "declare",
        abstract: .words(
            zh: "声明与组织有无利害关系；只声明一次。",
            en: "Say, once, whether you have an interest in the organization."))

    @OptionGroup var organization: OrganizationArgument

    @Flag(
        inversion: .prefixedNo,
        help: .words(
            zh: "有无利害关系。有利害关系的须回避。",
            en: "Whether you have one. Whoever has withdraws."))
    var interest: Bool

    func run(on registry: Registry, as caller: Caller) async throws {
        _ = try await DeclareInterest(registry: registry)(organization.number, hasInterest: interest, as: caller)
    }
}

struct CaseRecommend: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommend",
        abstract: .words(
            zh: "推荐须由多人办理的事项，并显示该决定。",
            en: "Recommend a move that takes several people; prints the decision."))

    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "拟转入的阶段。", en: "The stage to move to."))
    var stage: CaseStage

    @Option(help: .words(zh: "理由；组织可以看到。", en: "Why; the organization sees it."))
    var reason: String

    @Option(help: .words(zh: "所读案卷的版本。", en: "The version of the case that was read."))
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
        commandName: "review",
        abstract: .words(
            zh: "评审所推荐的事项，并显示该决定。",
            en: "Review the recommended move; prints the decision."))

    @OptionGroup var organization: OrganizationArgument

    @Flag(inversion: .prefixedNo, help: .words(zh: "是否同意。", en: "Whether the move is due."))
    var endorse: Bool

    @Option(help: .words(zh: "理由。", en: "Why."))
    var reason: String

    @Option(help: .words(zh: "所读决定的版本。", en: "The version of the decision that was read."))
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
        commandName: "decide",
        abstract: .words(
            zh: "批准所推荐的事项并随即办理，或予以退回；显示该决定。",
            en: "Approve the recommended move, which is then made, or send it back; prints the decision."))

    @OptionGroup var organization: OrganizationArgument

    @Flag(inversion: .prefixedNo, help: .words(zh: "是否批准。", en: "Whether it is approved."))
    var approve: Bool

    @Option(help: .words(zh: "理由；组织可以看到。", en: "Why; the organization sees it."))
    var reason: String

    @Option(help: .words(zh: "所读决定的版本。", en: "The version of the decision that was read."))
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
