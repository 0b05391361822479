import ArgumentParser

/// The group of commands for organizations.
struct OrganizationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization",
        abstract: "Look at, record, edit and import organizations and everything that belongs to them.",
        subcommands: [
            OrganizationList.self, OrganizationShow.self, OrganizationCreate.self, OrganizationEdit.self, OrganizationStatus.self,
            OrganizationDuplicates.self, OrganizationAccounts.self, OrganizationActivities.self, OrganizationReports.self,
            OrganizationImport.self,
        ]
    )
}
