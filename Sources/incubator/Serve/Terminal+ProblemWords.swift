import HTTPSupport
import Values

extension Terminal {
    /// Says why the service does not run, and what to do next.
    ///
    /// - Returns: what the command throws to end with the right exit status.
    static func refuse(_ words: ProblemWords) -> ExitStatus {
        complain(words.title)
        complain("  " + words.detail[language])
        complain("  " + words.nextStep[language])
        return .refused
    }
}
