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
        if let account, account.user != geteuid() {
            options.userID = account.user
            options.groupID = account.group
            options.supplementaryGroups = []
        }
        do {
            let result = try await Subprocess.run(
                .path(FilePath(path)),
                arguments: Arguments(arguments),
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
