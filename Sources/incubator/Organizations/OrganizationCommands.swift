import ArgumentParser

/// The group of commands for organizations.
struct OrganizationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization",
        abstract: .words(
            zh: "查看、登记、修改和导入组织及其各项记录。",
            en: "Look at, record, edit and import organizations and everything that belongs to them."),
        subcommands: [
            OrganizationList.self, OrganizationShow.self, OrganizationCreate.self, OrganizationEdit.self, OrganizationStatus.self,
            OrganizationDuplicates.self, OrganizationAccounts.self, OrganizationActivities.self, OrganizationReports.self,
            OrganizationImport.self,
        ]
    )
}
