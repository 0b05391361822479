import ArgumentParser
import EmbeddedDatabase
import Values

extension Terminal {
    /// Says why the private database could not be used, and what to do next.
    ///
    /// - Returns: what the command throws to end with the right exit status.
    static func refuse(_ error: EmbeddedDatabaseError) -> ExitCode {
        let words = error.words
        complain(words.title)
        complain("  " + words.detail[language])
        complain("  " + words.nextStep[language])
        return (error.meansUnreachable ? ExitStatus.databaseUnreachable : .refused).code
    }
}
