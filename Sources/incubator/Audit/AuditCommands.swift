import ArgumentParser

/// The group of commands for the audit events.
struct AuditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: .words(zh: "核对、签名和列出办理事项的审计记录。", en: "Check, sign and list the record of who did what."),
        subcommands: [AuditVerify.self, AuditCheckpointCommand.self, AuditList.self, AuditExport.self]
    )
}
