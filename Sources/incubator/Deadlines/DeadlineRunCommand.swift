import ArgumentParser
import Incubation
import Values
import Workflow

struct DeadlineRunCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Remind of what is nearly due and escalate what is overdue; prints each item.",
        discussion: """
            To be run once a day. It may be stopped and run again: an item is reminded of once and escalates once, and what was done is \
            not done again.
            """
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
