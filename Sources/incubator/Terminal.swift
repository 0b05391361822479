import Foundation
import Values

/// The two streams of a command, and the language that its user reads.
enum Terminal {
    /// Writes a line of data to standard output.
    static func show(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Writes a line for people to standard error.
    static func complain(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Writes a line for people to standard error, in their language.
    static func complain(_ text: BilingualText) {
        complain(text[language])
    }

    /// The first of `INCUBATOR_LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides; English when it is neither language.
    static var language: Language { language(in: ProcessInfo.processInfo.environment) }

    static func language(in environment: [String: String]) -> Language {
        let names = ["INCUBATOR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
        let tag = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return tag.flatMap { Language(tag: $0) } ?? .english
    }
}
