import ArgumentParser

/// The group of commands for the audit events.
struct AuditCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check, sign and list the record of who did what.",
        subcommands: [AuditVerify.self, AuditCheckpointCommand.self, AuditExport.self]
    )
}
