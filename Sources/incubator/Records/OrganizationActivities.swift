import ArgumentParser
import Incubation
import Values
import Workflow

struct OrganizationActivities: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "activities",
        abstract: .words(
            zh: "列出组织的活动，最新的在前。",
            en: "List an organization's activities, the newest first."))

    @OptionGroup var organization: OrganizationArgument
    @OptionGroup var page: PageOptions
    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        try await page.print(as: format) { try await ListActivities(registry: registry)(organization.number, page: $0, as: caller) }
    }
}

extension Activity: Presentable {
    static let columns: [Column<Activity>] = [
        Column("heldOn", "活动日期", "held on") { .day($0.heldOn) },
        Column("kind", "活动类型", "kind") { .term($0.kind, \.words) },
        Column("title", "活动名称", "title") { .text($0.title) },
        Column("participants", "参加人数", "participants") { .count($0.participants) },
        Column("volunteers", "志愿者人数", "volunteers") { .count($0.volunteers) },
        Column("volunteerHours", "志愿服务小时", "volunteer hours") { .count($0.volunteerHours) },
        Column("insideBoundary", "在服务边界内", "inside the boundary") { $0.insideBoundary.map(FieldValue.yesNo) ?? .missing },
    ]
}
