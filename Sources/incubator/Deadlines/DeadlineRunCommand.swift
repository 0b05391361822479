import ArgumentParser
import Incubation
import Values
import Workflow

struct DeadlineRunCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: .words(
            zh: "提醒即将到期的事项，上报已逾期的事项，并显示各事项。",
            en: "Remind of what is nearly due and escalate what is overdue; prints each item."),
        discussion: .words(
            zh: "每日运行一次。可以中途停止后再次运行：同一事项只提醒一次、上报一次，已办理的不重复办理。",
            en: """
                To be run once a day. It may be stopped and run again: an item is reminded of once and escalates once, and what was done is \
                not done again.
                """)
    )

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        var listing = Listing<TimedLine>(as: format)
        let run = try await RunDeadlines(registry: registry)(as: caller) { try listing.add([TimedLine(act: $0, line: $1)]) }
        if run.reminded + run.escalated > 0 || format.json || format.csv { try listing.finish() }
        Terminal.complain(
            BilingualText(
                zh: "提醒 \(run.reminded) 项，上报 \(run.escalated) 项。", en: "Reminded of: \(run.reminded). Escalated: \(run.escalated)."))
    }
}
