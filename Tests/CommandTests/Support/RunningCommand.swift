import Foundation
import Glibc
import Testing

/// A process that runs. Both of its streams go to files, so that it never waits for the test to read.
final class RunningCommand {
    private let process = Process()
    private let folder: TemporaryFolder

    init(program: String, arguments: [String], environment: [String: String], workingDirectory: URL?) throws {
        folder = try TemporaryFolder()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = workingDirectory
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try folder.writing("output")
        process.standardError = try folder.writing("complaints")
        try process.run()
    }

    /// Sends the process a signal.
    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    var isRunning: Bool { process.isRunning }

    /// What it has written to standard error so far.
    var complaints: String { get throws { try folder.text("complaints") } }

    /// Waits for the end; a process that takes too long is killed and the test fails.
    func end(within patience: Duration) async throws -> Outcome {
        let limit = ContinuousClock.now + patience
        while process.isRunning {
            if ContinuousClock.now > limit {
                send(SIGKILL)
                Issue.record("the command took longer than \(patience): \(process.arguments ?? [])")
                process.waitUntilExit()
                break
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        let status = process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
        return Outcome(status: status, output: try folder.text("output"), complaints: try folder.text("complaints"))
    }
}
