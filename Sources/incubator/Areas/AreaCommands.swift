import ArgumentParser

/// The group of commands for areas.
struct AreaCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area",
        abstract: "Look at, add and import areas: divisions down to communities, compounds and grids.",
        subcommands: [AreaList.self, AreaShow.self, AreaAdd.self, AreaImport.self]
    )
}
