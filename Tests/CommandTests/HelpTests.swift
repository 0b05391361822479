import Foundation
import Testing
import Values

/// Every command's help is held against a file beside this test, in both languages. `INCUBATOR_WRITE_HELP=1` writes the files anew.
struct HelpTests {
    private static func folder(_ language: Language) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help/\(language.rawValue)")
    }

    private static func file(_ command: [String], _ language: Language) -> URL {
        folder(language).appending(path: (["incubator"] + command).joined(separator: "-") + ".txt")
    }

    private static func names(_ language: Language) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder(language).path(percentEncoded: false))
    }

    private static func written(_ language: Language) throws -> [(name: String, text: String)] {
        try names(language).map { ($0, try String(contentsOf: folder(language).appending(path: $0), encoding: .utf8)) }
    }

    /// The commands below one, as its help lists them.
    private static func subcommands(in help: String) -> [String] {
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { ["SUBCOMMANDS:", "子命令："].contains($0) }) else { return [] }
        return lines[(start + 1)...].prefix { !$0.isEmpty }.compactMap { line in
            // Names stand two columns in; what follows a long explanation stands further in.
            guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
            return line.split { $0 == " " || $0 == "（" }.first.map(String.init)
        }
    }

    @Test(arguments: Language.allCases) func `every command's help is as it is written down`(language: Language) async throws {
        let writes = ProcessInfo.processInfo.environment["INCUBATOR_WRITE_HELP"] == "1"
        var waiting: [[String]] = [[]]
        var seen: Set<String> = []
        while let command = waiting.popLast() {
            let outcome = try await Executable.withoutDatabase.reading(language).run(command + ["--help"])
            #expect(outcome.status == 0)
            #expect(outcome.complaints == "", "Help that was asked for is data.")
            let file = Self.file(command, language)
            if writes { try Data(outcome.output.utf8).write(to: file) }
            let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            #expect(outcome.output == written, "\(file.lastPathComponent) is stale: run with INCUBATOR_WRITE_HELP=1")
            seen.insert(file.lastPathComponent)
            waiting += Self.subcommands(in: outcome.output).map { command + [$0] }
        }
        #expect(seen.count > 30, "The commands were found.")
        #expect(Set(try Self.names(language)) == seen, "No file is left of a command that is gone.")
    }

    @Test func `both languages have help on the same commands`() throws {
        #expect(try Set(Self.names(.simplifiedChinese)) == Set(Self.names(.english)))
    }

    @Test func `no line of help is wider than a terminal`() throws {
        for (name, text) in try Self.written(.english) {
            let long = text.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("USAGE:") }
            #expect(long == [], "\(name)")
        }
        for (name, text) in try Self.written(.simplifiedChinese) { #expect(HelpLine.tooWide(in: text, columns: 80) == [], "\(name)") }
    }

    @Test(arguments: [["audit", "verify"], ["serve"], ["organization", "import"], ["assess"]])
    func `Chinese help fits a narrow terminal, and says the same on a wide one`(command: [String]) async throws {
        var terminal = Executable.withoutDatabase.inChinese
        var texts: Set<String> = []
        for columns in [50, 80, 1000] {
            terminal.environment["COLUMNS"] = String(columns)
            let text = try await terminal.run(command + ["--help"]).output
            #expect(HelpLine.tooWide(in: text, columns: columns) == [])
            texts.insert(text.filter { !$0.isWhitespace })
        }
        #expect(texts.count == 1, "Only where lines end differs.")
    }

    @Test func `Chinese help has Chinese headings and phrases`() throws {
        let english = /OVERVIEW|USAGE|ARGUMENTS|OPTIONS|SUBCOMMANDS|detailed help|\(default|\(values|; default|Show help|Show the/
        for (name, text) in try Self.written(.simplifiedChinese) {
            #expect(text.firstMatch(of: english) == nil, "\(name)")
            let headings = text.split(separator: "\n").filter { $0.hasSuffix("：") && !$0.hasPrefix(" ") }
            #expect(text.hasPrefix("概述：") && text.contains("\n用法：incubator") && headings.contains("选项："), "\(name)")
        }
    }

    @Test func `whatever the commands say of themselves is in the language that is asked for`() async throws {
        let english = try await DumpedHelp.texts(.english)
        let chinese = try await DumpedHelp.texts(.simplifiedChinese)
        #expect(english.count == chinese.count && english.count > 700, "The texts were found.")
        #expect(english.filter { HelpLine.hasChinese($0) || $0.contains("⟨") } == [])
        #expect(chinese.filter { !HelpLine.hasChinese($0) } == [])
    }

    @Test func `scripts that complete command lines are the same in both languages but for their descriptions`() async throws {
        for shell in ["bash", "zsh", "fish"] {
            let script = ["--generate-completion-script", shell]
            let english = try await Executable.withoutDatabase.run(script)
            let chinese = try await Executable.withoutDatabase.inChinese.run(script)
            #expect(english.status == 0 && chinese.status == 0)
            #expect(english.lines.count > 1000 && english.lines.count == chinese.lines.count)
            #expect(!HelpLine.hasChinese(english.output) && HelpLine.hasChinese(chinese.output) == (shell != "bash"))
            #expect(!chinese.output.contains("Show "))
        }
    }
}

private enum HelpLine {
    static func hasChinese(_ text: String) -> Bool { text.unicodeScalars.contains { $0.properties.isIdeographic } }

    /// Lines that take too many columns and could be broken: those of several words, or with Chinese.
    static func tooWide(in text: String, columns: Int) -> [Substring] {
        text.split(separator: "\n").filter { line in
            let width = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
            return width > columns && (hasChinese(String(line)) || line.split(separator: " ").count > 1)
        }
    }
}
