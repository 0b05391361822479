/// How a command ended, as scripts see it. Thrown by a command that has already said why.
enum ExitStatus: Int32, Error {
    case done = 0
    /// Refused by a rule, or what was asked for is not there.
    case refused = 1
    case wrongUsage = 2
    case databaseUnreachable = 3
}
