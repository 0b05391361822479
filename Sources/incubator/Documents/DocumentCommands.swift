import ArgumentParser
import Incubation
import Values
import Workflow

/// The group of commands for documents that carry a verification number.
struct DocumentCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: .words(
            zh: "查看通知书、证书和档案摘要，出具摘要，撤回和核验文书。",
            en: "Look at notices, certificates and summaries, issue a summary, withdraw and verify."),
        subcommands: [DocumentList.self, DocumentShow.self, DocumentIssue.self, DocumentWithdraw.self, DocumentVerify.self]
    )
}

/// A document of an organization.
struct DocumentArguments: ParsableArguments {
    @OptionGroup var organization: OrganizationArgument

    @Argument(help: .words(zh: "文书的编号，见 `document list`。", en: "The document's number, as `document list` gives it."))
    var document: Int64
}

struct DocumentList: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .words(
            zh: "列出向组织出具的文书，最新的在前。",
            en: "List the documents that were issued to an organization, the newest first."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let found = try await ListDocuments(registry: registry)(organization.number, as: caller)
        var listing = Listing<DocumentFile>(as: format)
        if !found.isEmpty { try listing.add(found) }
        try listing.finish(next: nil)
    }
}

struct DocumentShow: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: .words(
            zh: "显示一份文书及其是否仍然有效。",
            en: "Show one document, and whether it still holds."))

    @OptionGroup var document: DocumentArguments
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let shown = try await ShowDocument(registry: registry)(
            document.document, of: document.organization.number, as: caller)
        try Terminal.show(Record(shown), asJSON: format.json)
    }
}

struct DocumentIssue: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: .words(
            zh: "出具组织的档案摘要，并显示核验编号。",
            en: "Issue a summary of an organization's file; prints its verification number."),
        discussion: .words(
            zh: "通知书和证书在作出决定时一并出具。",
            en: "Notices and certificates are issued with the decision itself."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let issued = try await IssueSummary(registry: registry)(organization.number, as: caller)
        try Terminal.show(Record(issued), asJSON: format.json)
    }
}

struct DocumentWithdraw: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: .words(
            zh: "撤回文书：此后核验时显示为已撤回。",
            en: "Take a document back: from then on it is confirmed as withdrawn."),
        discussion: .words(
            zh: "须由具名的主管部门工作人员办理：需要 API 令牌（INCUBATOR_TOKEN）。",
            en: "The word of a named official: it takes an API token (INCUBATOR_TOKEN)."))

    @OptionGroup var document: DocumentArguments

    @Option(help: .words(zh: "理由；组织可以看到。", en: "Why; the organization sees it."))
    var reason: String

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let withdrawn = try await WithdrawDocument(registry: registry)(
            document.document, of: document.organization.number, reason: reason, as: caller)
        try Terminal.show(Record(withdrawn), asJSON: format.json)
    }
}

struct DocumentVerify: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .words(
            zh: "核验文书是否有效；任何持有编号的人都可以得到同样的答复。",
            en: "Say whether a document holds, as anybody is told who has its number."),
        discussion: .words(
            zh: "编号不存在和组织未公开的，答复相同，均无内容。",
            en: "A number that was not given and an organization that is not public are answered alike, with nothing."))

    @Argument(help: .words(zh: "文书上的编号，分组方式不限。", en: "The number on the document, in any groups."))
    var number: String

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as _: Caller) async throws {
        try Terminal.show(Record(try await VerifyDocument(registry: registry)(number, from: nil, as: .visitor)), asJSON: format.json)
    }
}

extension DocumentFile: Presentable {
    static let columns: [Column<DocumentFile>] = [
        Column("number", "编号", "number") { .integer($0.document.number) },
        Column("kind", "文书", "document") { .term($0.document.kind, \.words) },
        Column("verificationNumber", "核验编号", "verification number") { .text($0.document.mark.grouped) },
        Column("organizationName", "组织", "organization", brief: false) { .text($0.document.organizationName) },
        Column("decision", "决定次序", "decision", brief: false) { .count($0.document.decision) },
        Column("issuedOn", "出具日期", "issued on") { .day($0.document.issuedOn) },
        Column("issuedBy", "出具人", "issued by", brief: false) { .text($0.document.issuedBy) },
        Column("standing", "效力", "standing") { .term($0.standing, \.words) },
        Column("withdrawnOn", "撤回日期", "withdrawn on", brief: false) { .day($0.document.withdrawal?.on) },
        Column("withdrawalReason", "撤回理由", "why withdrawn", brief: false) { .text($0.document.withdrawal?.reason) },
    ]
}

extension DocumentConfirmation: Presentable {
    static let columns: [Column<DocumentConfirmation>] = [
        Column("kind", "文书", "document") { .term($0.kind, \.words) },
        Column("organizationName", "组织", "organization") { .text($0.organizationName) },
        Column("issuedOn", "出具日期", "issued on") { .day($0.issuedOn) },
        Column("standing", "效力", "standing") { .term($0.standing, \.words) },
    ]
}
