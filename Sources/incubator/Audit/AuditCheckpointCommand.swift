import ArgumentParser
import Store
import Values
import Workflow

struct AuditCheckpointCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: .words(
            zh: "核对审计事件，并签名记下各链的末端。",
            en: "Check the audit events and write down, signed, where each chain ends."),
        discussion: .words(
            zh: "请将文件存放在能改动数据库的人员接触不到的地方。密钥在首次使用时生成；命令会显示公钥，请另行保存。",
            en: """
                Keep the file where nobody who can change the database can reach it. The key is made on first use; its public half is \
                printed, and is to be kept elsewhere too.
                """)
    )

    @Option(help: .words(zh: "要写入的文件。", en: "The file to write."), completion: .file())
    var out: String

    @OptionGroup var key: CheckpointKeyOption
    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let result = try await VerifyAudit(registry: registry)(as: caller)
        if let fault = result.fault {
            Terminal.complain(fault.words)
            throw ExitStatus.refused
        }
        // Nobody who may not ask for one leaves a key behind.
        let key = try key.file.readOrMake()
        let checkpoint = try AuditCheckpoint(result.ends, at: Instant.now, signedBy: key)
        let file = try ReportFile(path: out)
        try file.begin()
        try file.write(Array(checkpoint.text.utf8))
        try file.close()
        try Terminal.show(Record(checkpoint), asJSON: format.json)
    }
}

extension AuditCheckpoint: Presentable {
    static let columns: [Column<AuditCheckpoint>] = [
        Column("madeAt", "时间", "made") { .text($0.madeAt) },
        Column("chains", "链", "chains") { .integer(Int64($0.heads.count)) },
        Column("events", "事件", "events") { .integer($0.heads.reduce(0) { $0 + $1.sequence }) },
        Column("publicKey", "公钥", "public key") { .text($0.publicKey.hexadecimal) },
    ]
}
