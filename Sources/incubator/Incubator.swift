import ArgumentParser

/// The command that people and scripts call; each group of commands lies in a folder of its own.
struct Incubator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incubator",
        abstract: "A registry of community social organizations on their way through incubation. 社区社会组织孵化登记系统",
        discussion: """
            Data goes to standard output, everything else to standard error.
            Exit status: 0 done, 1 refused or not found, 2 wrong usage, 3 the database cannot be reached.
            """,
        subcommands: [DatabaseCommands.self, Serve.self]
    )
}

@main
enum Program {
    static func main() async {
        do {
            var command = try Incubator.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            leave(because: error)
        }
    }

    /// Ends the process with the status that outsiders rely on. ArgumentParser's own status for wrong usage, 64, becomes 2.
    private static func leave(because error: any Error) -> Never {
        let code = Incubator.exitCode(for: error)
        guard code == .validationFailure else { Incubator.exit(withError: error) }
        Terminal.complain(Incubator.fullMessage(for: error))
        Incubator.exit(withError: ExitStatus.wrongUsage.code)
    }
}
