import Foundation
import Glibc
import Subprocess
import SystemPackage

/// A program of the machine, run to its end.
struct Program: Sendable {
    let path: String
    let arguments: [String]
    /// Who it runs as; nil for the account of this process.
    var account: Account?
    /// What it reads from standard input.
    var input = ""

    struct Outcome: Sendable {
        let succeeded: Bool
        let output: String
        let complaints: String
    }

    /// Runs the program in `/`, because the caller's working directory may be closed to the account that it runs as.
    ///
    /// - Throws: ``EmbeddedDatabaseError/programFailed(program:lines:)`` when it cannot be run at all. Ending with a failure is no error here.
    func run() async throws(EmbeddedDatabaseError) -> Outcome {
        var options = PlatformOptions()
        options.createSession = true
        let command = try steppingDown + [path] + arguments
        do {
            let result = try await Subprocess.run(
                .path(FilePath(command[0])),
                arguments: Arguments(Array(command.dropFirst())),
                environment: Program.environment,
                workingDirectory: "/",
                platformOptions: options,
                input: .fileDescriptor(try inputFile(), closeAfterSpawningProcess: true),
                output: .string(limit: 1 << 20),
                error: .string(limit: 1 << 20)
            )
            return Outcome(
                succeeded: result.terminationStatus.isSuccess, output: result.standardOutput, complaints: result.standardError)
        } catch is CancellationError {
            throw .interrupted
        } catch {
            throw .programFailed(program: path, lines: ["\(error)"])
        }
    }

    /// The words before the program that make it run as `account`; none when this process is that account.
    ///
    /// Done by a program of its own, since a child of a process with threads must not call `setuid` between fork and exec: the C library
    /// takes a lock there that another thread may have held at the fork, and the child then waits for it for ever (seen about once in a
    /// few hundred starts with swift-subprocess's own `userID` option).
    private var steppingDown: [String] {
        get throws(EmbeddedDatabaseError) {
            guard let account, account.user != geteuid() else { return [] }
            let places = ["/usr/bin/setpriv", "/bin/setpriv", "/usr/sbin/setpriv"]
            guard let setpriv = places.first(where: { access($0, X_OK) == 0 }) else {
                throw .programFailed(program: "setpriv", lines: ["No such file or directory: \(places.joined(separator: ", "))"])
            }
            return [setpriv, "--reuid=\(account.user)", "--regid=\(account.group)", "--clear-groups", "--"]
        }
    }

    /// The input as a file without a name. A pipe would end this process with SIGPIPE when the program ends before it has read everything.
    private func inputFile() throws -> FileDescriptor {
        let path = FilePath("\(NSTemporaryDirectory())/incubator-\(UUID().uuidString)")
        let file = try FileDescriptor.open(
            path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow], permissions: .ownerReadWrite)
        unlink(path.string)
        return try file.closeAfterFailure {
            try file.writeAll(input.utf8)
            try file.seek(offset: 0, from: .start)
        }
    }

    /// English messages whatever the caller's language, since they are read by ``ServerLog``; none of the caller's `PG…` settings.
    private static let environment: Subprocess.Environment = .custom([
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    ])
}

extension FileDescriptor {
    fileprivate func closeAfterFailure(_ body: () throws -> Void) throws -> FileDescriptor {
        do { try body() } catch {
            try? close()
            throw error
        }
        return self
    }
}
