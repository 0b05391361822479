import Foundation
import Glibc
import Testing

/// A process that runs. Both of its streams go to files, so that it never waits for the test to read.
///
/// Begun by `posix_spawn`: Foundation's `Process` now and then reads past the names of open files and crashes with all tests
/// (swift-corelibs-foundation, pull request 5472).
final class RunningCommand {
    private let folder: TemporaryFolder
    private let words: [String]
    private let process: pid_t
    /// As `waitpid` tells it; nil while the process runs.
    private var status: Int32?

    init(program: String, arguments: [String], environment: [String: String], workingDirectory: URL?) throws {
        folder = try TemporaryFolder()
        let place = workingDirectory.map { ["/usr/bin/env", "-C", $0.path(percentEncoded: false)] } ?? []
        words = place + [program] + arguments
        process = try Self.spawn(
            words, environment, output: folder.path("output"), complaints: folder.path("complaints"))
    }

    deinit {
        // Nobody waits for it any more, and nobody else will.
        if isRunning {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    private static func spawn(_ words: [String], _ environment: [String: String], output: String, complaints: String) throws -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (stream, path) in [(STDOUT_FILENO, output), (STDERR_FILENO, complaints)] {
            posix_spawn_file_actions_addopen(&files, stream, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals as for a program that somebody starts, whatever the tests do with theirs, and a group of its own.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        let settings = environment.map { "\($0)=\($1)" }
        var process = pid_t()
        let fault = words.withCStrings { arguments in
            settings.withCStrings { posix_spawn(&process, words[0], &files, &attributes, arguments, $0) }
        }
        guard fault == 0 else { throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .EINVAL) }
        return process
    }

    /// Sends the process a signal.
    func send(_ signal: Int32) {
        if isRunning { kill(process, signal) }
    }

    var isRunning: Bool {
        guard status == nil else { return false }
        var ended: Int32 = 0
        guard waitpid(process, &ended, WNOHANG) == process else { return true }
        status = ended
        return false
    }

    /// What it has written to standard error so far.
    var complaints: String { get throws { try folder.text("complaints") } }

    /// Waits for the end; a process that takes too long is killed and the test fails.
    func end(within patience: Duration) async throws -> Outcome {
        let limit = ContinuousClock.now + patience
        var isKilled = false
        while isRunning {
            if !isKilled, ContinuousClock.now > limit {
                send(SIGKILL)
                isKilled = true
                Issue.record("the command took longer than \(patience): \(words)")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        return Outcome(
            status: Self.exitStatus(status ?? 0), output: try folder.text("output"), complaints: try folder.text("complaints"))
    }

    /// As a shell has it: what the process ended with, or 128 and the signal that ended it.
    private static func exitStatus(_ status: Int32) -> Int32 {
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}

extension [String] {
    /// The texts as C has them: pointers, and nil behind the last one.
    fileprivate func withCStrings<Result>(_ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result) rethrows -> Result {
        let copies = map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return try body(copies + [nil])
    }
}
