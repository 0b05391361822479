import Foundation
import Testing

/// Every command's help is held against a file beside this test. `INCUBATOR_WRITE_HELP=1` writes the files anew.
struct HelpTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help")

    private static func file(_ command: [String]) -> URL {
        folder.appending(path: (["incubator"] + command).joined(separator: "-") + ".txt")
    }

    /// The commands below one, as its help lists them.
    private static func subcommands(in help: String) -> [String] {
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: "SUBCOMMANDS:") else { return [] }
        return lines[(start + 1)...].prefix { !$0.isEmpty }.compactMap { line in
            // Names stand two columns in; what follows a long explanation stands further in.
            guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
            return line.split(separator: " ").first.map(String.init)
        }
    }

    @Test func `every command's help is as it is written down`() async throws {
        let writes = ProcessInfo.processInfo.environment["INCUBATOR_WRITE_HELP"] == "1"
        var waiting: [[String]] = [[]]
        var seen: Set<String> = []
        while let command = waiting.popLast() {
            let outcome = try await Executable.withoutDatabase.run(command + ["--help"])
            #expect(outcome.status == 0)
            #expect(outcome.complaints == "", "Help that was asked for is data.")
            let file = Self.file(command)
            if writes { try Data(outcome.output.utf8).write(to: file) }
            let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            #expect(outcome.output == written, "\(file.lastPathComponent) is stale: run with INCUBATOR_WRITE_HELP=1")
            seen.insert(file.lastPathComponent)
            waiting += Self.subcommands(in: outcome.output).map { command + [$0] }
        }
        #expect(seen.count > 30, "The commands were found.")
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
        #expect(Set(files) == seen, "No file is left of a command that is gone.")
    }

    @Test func `no line of help is wider than a terminal`() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false)) {
            let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
            let long = text.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("USAGE:") }
            #expect(long == [], "\(name)")
        }
    }
}
