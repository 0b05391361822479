import ArgumentParser
import Store
import Values
import Workflow

struct AuditVerify: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .words(
            zh: "核对审计事件是否被改动、增加或删除；如有，退出码为 1。",
            en: "Check that no audit event was changed, added or removed; exit status 1 when one was."),
        discussion: .words(
            zh: """
                指出第一个不符的事件。整条链被重写，或末尾若干事件连同链尾记录一并丢失的，只有依靠另行保存的检查点才能发现。
                """,
            en: """
                Names the first event that is not what it was. Only a checkpoint that was kept elsewhere shows that a chain was written \
                anew as a whole, or lost its last events together with its head.
                """)
    )

    @Option(help: .words(zh: "此前生成的检查点。", en: "A checkpoint that was made earlier."), completion: .file())
    var checkpoint: String?

    @Option(
        help: .words(
            zh: "检查点应由此公钥签名（默认：密钥文件中的公钥）。",
            en: "The public key that must have signed it (default: that of the key file)."))
    var signer: String?

    @OptionGroup var key: CheckpointKeyOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let marks = try checkpoint.map { try CheckpointFile(path: $0).read(signer: signer, key: key.file).heads } ?? []
        let result = try await VerifyAudit(registry: registry)(against: marks, as: caller)
        if format.json { try Terminal.show(Record(result), asJSON: true) }
        guard let fault = result.fault else {
            return Terminal.complain(
                BilingualText(
                    zh: "\(result.ends.count) 条链共 \(result.events) 个事件，均完好。",
                    en: "All \(result.events) events of \(result.ends.count) chains are as they were recorded."))
        }
        Terminal.complain(fault.words)
        throw ExitStatus.refused
    }
}

extension AuditVerification: Presentable {
    static let columns: [Column<AuditVerification>] = [
        Column("events", "事件", "events") { .integer($0.events) },
        Column("chains", "链", "chains") { .integer(Int64($0.ends.count)) },
        Column("fault", "问题", "fault") { .term($0.fault?.kind, \.words) },
        Column("district", "区划", "district") { $0.fault.map { .integer($0.chain.rawValue) } ?? .missing },
        Column("sequence", "序号", "sequence") { $0.fault.map { .integer($0.sequence) } ?? .missing },
    ]
}

extension AuditFault {
    var words: BilingualText {
        BilingualText(
            zh: "审计链已被改动：区划 \(chain.rawValue) 的第 \(sequence) 个事件：\(kind.words.zh)。",
            en: "The record was tampered with. District \(chain.rawValue), event \(sequence): \(kind.words.en).")
    }
}

extension AuditFault.Kind {
    var words: BilingualText {
        switch self {
        case .missing: BilingualText(zh: "缺失", en: "it is missing")
        case .outOfOrder: BilingualText(zh: "序号不连续", en: "its number does not follow on the one before")
        case .unlinked: BilingualText(zh: "与前一事件不相连", en: "it does not follow on the event before")
        case .altered: BilingualText(zh: "内容已变", en: "it does not say what was recorded")
        case .headDiffers: BilingualText(zh: "与链尾记录不符", en: "the chain should end otherwise")
        case .checkpointDiffers: BilingualText(zh: "与检查点不符", en: "it is not the event that the checkpoint was made of")
        }
    }
}
