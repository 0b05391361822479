import ArgumentParser

/// How a command ended, as scripts see it.
enum ExitStatus: Int32 {
    case done = 0
    /// Refused by a rule, or what was asked for is not there.
    case refused = 1
    case wrongUsage = 2
    case databaseUnreachable = 3

    /// Thrown by a command that has already said why.
    var code: ExitCode { ExitCode(rawValue) }
}
