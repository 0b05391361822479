import ArgumentParser
import Values

/// What the parser was asked for, in the user's language: help on a command, or a script that completes command lines.
///
/// The parser breaks lines by counting characters, at spaces. A Chinese character takes two columns and few spaces stand between them, so
/// the parser is asked for lines of any length, and they are broken here by the columns that they take.
struct HelpText {
    let text: String

    init(_ request: any Error, in language: Language) {
        guard language == .simplifiedChinese else {
            text = Incubator.fullMessage(for: request)
            return
        }
        let whole = Incubator.fullMessage(for: request, columns: Self.unbroken)
        let isHelp = whole.hasPrefix(HelpWords.overview.parser)
        text = isHelp ? HelpScreen(columns: Terminal.columns).inChinese(whole) : HelpWords.withSentences(in: whole)
    }

    /// More columns than any text takes.
    private static let unbroken = 100_000
}

/// Help on one command as the parser lays it out: what the command does, how it is used, then sections of names with their descriptions.
private struct HelpScreen {
    let columns: Int

    /// Where the parser lets descriptions begin.
    private static let descriptionColumn = 26

    func inChinese(_ screen: String) -> String {
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let usage = lines.firstIndex { $0.hasPrefix(HelpWords.usage.parser) } ?? lines.endIndex
        return (lines[..<usage].flatMap(overview) + lines[usage...].flatMap(rest)).joined(separator: "\n")
    }

    private func overview(_ line: String) -> [String] {
        LineBreaking.lines(HelpWords.overview.translated(line), columns: columns)
    }

    private func rest(_ line: String) -> [String] {
        if line.hasPrefix(HelpWords.usage.parser) {
            let usage = line.dropFirst(HelpWords.usage.parser.count)
            return hanging(LineBreaking.pieces(ofUsage: String(usage)), behind: HelpWords.usage.chinese)
        }
        if let heading = HelpWords.heading(line) { return [heading] }
        if let hint = HelpWords.hint(line) { return LineBreaking.lines(hint, columns: columns) }
        return element(line)
    }

    /// A name and its description, either of which may stand on a line of its own.
    private func element(_ line: String) -> [String] {
        let name = line.prefix(Self.descriptionColumn)
        let description = line.dropFirst(Self.descriptionColumn)
        guard name.hasSuffix(" "), !description.isEmpty else { return [HelpWords.name(line)] }
        let label = DisplayWidth.padded(HelpWords.name(String(name).trimmingBlanksBehind), to: Self.descriptionColumn)
        return hanging(LineBreaking.pieces(HelpWords.description(String(description))), behind: label)
    }

    /// Text that begins behind a label, and goes on below its own beginning.
    private func hanging(_ pieces: [Substring], behind label: String) -> [String] {
        let indentation = DisplayWidth.of(label)
        return LineBreaking.lines(pieces, columns: columns - indentation).enumerated().map { number, line in
            (number == 0 ? label : String(repeating: " ", count: indentation)) + line
        }
    }
}

/// The parser's own headings and sentences in Chinese.
private enum HelpWords {
    struct Heading {
        let parser: String
        let chinese: String

        func translated(_ line: String) -> String { line.hasPrefix(parser) ? chinese + line.dropFirst(parser.count) : line }
    }

    static let overview = Heading(parser: "OVERVIEW: ", chinese: "概述：")
    static let usage = Heading(parser: "USAGE: ", chinese: "用法：")
    private static let sections = ["ARGUMENTS": "参数", "OPTIONS": "选项", "SUBCOMMANDS": "子命令"]
    private static let sentences = [
        "Show help information.": "显示用法说明。", "Show subcommand help information.": "显示子命令的用法说明。", "Show the version.": "显示版本。",
    ]

    /// The heading of a section; its title is already in Chinese where it is the register's own.
    static func heading(_ line: String) -> String? {
        guard let title = line.wholeMatch(of: /(\S.*):/)?.1 else { return nil }
        return "\(sections[String(title)] ?? String(title))："
    }

    static func hint(_ line: String) -> String? {
        line.wholeMatch(of: #/  See '(.+)' for detailed help\./#).map { "  运行 \($0.1) 查看子命令的用法。" }
    }

    static func name(_ name: String) -> String { name.replacing(" (default)", with: "（默认）") }

    /// A description with the values that the parser adds behind it; as elsewhere they stand before the full stop, between one pair of
    /// brackets.
    static func description(_ text: String) -> String {
        if let sentence = sentences[text] { return sentence }
        guard let match = text.wholeMatch(of: /(.*?)(）?)(。?) ?\((?:values: (.+?))?(?:; )?(?:default(?: as flag)?: (.+))?\)/) else {
            return text
        }
        let values = match.4.map { "可取值：\($0.replacing(", ", with: "、"))" }
        let standard = match.5.map { "默认：\($0)" }
        let added = [values, standard].compactMap(\.self).joined(separator: "；")
        return "\(match.1)\(match.2.isEmpty ? "（" : "；")\(added)）\(match.3)"
    }

    static func withSentences(in text: String) -> String {
        sentences.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
}

extension String {
    fileprivate var trimmingBlanksBehind: String { String(reversed().drop { $0 == " " }.reversed()) }
}
