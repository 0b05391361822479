import Foundation
import Glibc
import Synchronization
import Values

/// The built executable, run as a process of its own the way people and scripts run it.
struct Executable: Sendable {
    /// Settings over those of every run: English, 80 columns, and no database that could be reached by accident.
    var environment: [String: String] = [:]
    var workingDirectory: URL?

    /// A database that does not exist, for commands that need none.
    static let withoutDatabase = Executable(environment: ["DATABASE_URL": "host=/nonexistent dbname=none connect_timeout=2"])

    /// Runs a command to its end.
    func run(_ arguments: String..., patience: Duration = .seconds(60)) async throws -> Outcome {
        try await run(arguments, patience: patience)
    }

    func run(_ arguments: [String], patience: Duration = .seconds(60)) async throws -> Outcome {
        let running = try start(Self.path(), arguments)
        return try await running.end(within: patience)
    }

    /// Runs a line of a shell, in which `$incubator` is the executable.
    func shell(_ line: String, patience: Duration = .seconds(60)) async throws -> Outcome {
        var shell = self
        shell.environment["incubator"] = try Self.path()
        return try await shell.start("/bin/bash", ["-c", line]).end(within: patience)
    }

    /// Begins a command that the test disturbs.
    func start(_ arguments: String...) throws -> RunningCommand {
        try start(Self.path(), arguments)
    }

    private func start(_ program: String, _ arguments: [String]) throws -> RunningCommand {
        try RunningCommand(program: program, arguments: arguments, environment: settings, workingDirectory: workingDirectory)
    }

    private var settings: [String: String] {
        let usual = [
            "PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "COLUMNS": "80", "INCUBATOR_LANGUAGE": "en",
            "DATABASE_URL": "host=/nonexistent dbname=none",
        ]
        return usual.merging(environment) { $1 }
    }

    /// The same executable for a person who reads Chinese.
    var inChinese: Executable { reading(.simplifiedChinese) }

    /// The same executable for a person who reads a language.
    func reading(_ language: Language) -> Executable {
        var other = self
        other.environment["INCUBATOR_LANGUAGE"] = language.rawValue
        return other
    }

    private static func path() throws -> String {
        guard let path = ProcessInfo.processInfo.environment["INCUBATOR_EXECUTABLE"] else { throw ExecutableMissing() }
        return path
    }
}

/// Nobody said which executable is meant.
struct ExecutableMissing: Error, CustomStringConvertible {
    var description: String { "INCUBATOR_EXECUTABLE is not set: run the tests with scripts/test, which builds it." }
}

/// How a command ended, and what it wrote.
struct Outcome: Sendable {
    /// 0 to 255; 128 and the signal's number when a signal ended it.
    let status: Int32
    let output: String
    let complaints: String

    /// Without their ends, be they LF or CR LF.
    var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }

    /// A line of the output; empty when there are not so many, so that a test fails rather than the whole run.
    func line(_ place: Int) -> String { lines.indices.contains(place) ? lines[place] : "" }
}
