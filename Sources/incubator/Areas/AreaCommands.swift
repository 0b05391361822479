import ArgumentParser

/// The group of commands for areas.
struct AreaCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area",
        abstract: .words(
            zh: "查看、新增和导入区域：从行政区划到社区、小区和网格。",
            en: "Look at, add and import areas: divisions down to communities, compounds and grids."),
        subcommands: [AreaList.self, AreaShow.self, AreaAdd.self, AreaImport.self]
    )
}
