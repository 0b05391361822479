import Foundation
import Values

/// The two streams of a command, and the language that its user reads.
enum Terminal {
    /// Writes a line of data to standard output.
    ///
    /// - Throws: ``OutputFault``.
    static func show(_ line: String) throws(OutputFault) {
        try write(line + "\n")
    }

    /// Writes data to standard output as it is.
    static func write(_ text: String) throws(OutputFault) {
        try write(Array(text.utf8))
    }

    /// Writes data to standard output as it is.
    static func write(_ bytes: [UInt8]) throws(OutputFault) {
        try FileOutput(descriptor: STDOUT_FILENO, path: nil).write(bytes)
    }

    /// Writes a line for people to standard error. Where that cannot be written to, nobody is there to be told.
    static func complain(_ line: String) {
        try? FileOutput(descriptor: STDERR_FILENO, path: nil).write(Array((line + "\n").utf8))
    }

    /// Writes a line for people to standard error, in their language.
    static func complain(_ text: BilingualText) {
        complain(text[language])
    }

    /// How wide a line of text for people may be: as `COLUMNS` says, else as wide as the terminal, else 80.
    static var columns: Int {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }) { return columns }
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Whether a person watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// The first of `INCUBATOR_LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides; English when it is neither language.
    static let language = language(in: ProcessInfo.processInfo.environment)

    static func language(in environment: [String: String]) -> Language {
        let names = ["INCUBATOR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
        let tag = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return tag.flatMap { Language(tag: $0) } ?? .english
    }
}
