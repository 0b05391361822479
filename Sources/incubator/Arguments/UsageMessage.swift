import ArgumentParser
import Values

/// What is wrong with a command line, in the user's language: what it is, the option's own explanation where there is one, and where to read
/// on.
///
/// The parser words its errors in English and gives them to nobody but as text, so the text of each kind is put into Chinese here. A kind that
/// is not known, as another version of the parser may have, keeps its English words under a Chinese heading.
struct UsageMessage {
    let text: String

    init(_ error: any Error, in language: Language) {
        let whole = Incubator.fullMessage(for: error)
        text = language == .english ? whole : Self.inChinese(whole, saying: Incubator.message(for: error))
    }

    private static func inChinese(_ whole: String, saying message: String) -> String {
        // What follows the message: how the option is explained, how the command is used, where more of it stands.
        let opening = "Error: \(message)\n"
        let rest = whole.hasPrefix(opening) ? whole.dropFirst(opening.count) : ""
        let lines = rest.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if let match = line.wholeMatch(of: #/  See '(.+)' for more information\./#) { return "  下一步：运行 \(match.1) 查看用法。" }
            return String(line).replacingPrefix("Help:  ", with: "说明：").replacingPrefix("Usage: ", with: "用法：")
        }
        return (["错误：\(UsageWords.inChinese(message))"] + (rest.isEmpty ? [] : lines)).joined(separator: "\n")
    }
}

/// The parser's sentences in Chinese.
enum UsageWords {
    static func inChinese(_ message: String) -> String {
        known(message) ?? (message.unicodeScalars.contains { $0.value > 0x2E7F } ? message : "命令行有误：\(message)")
    }

    private static func known(_ message: String) -> String? { option(message) ?? value(message) ?? argument(message) }

    /// About options that there are not, that lack their value or that have one too many.
    private static func option(_ message: String) -> String? {
        if let match = message.wholeMatch(of: /Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
            return "没有选项“\(match.1)”，是否要写“\(match.2)”？"
        }
        if let match = message.wholeMatch(of: /Unknown option '(.+)'/) { return "没有选项“\(match.1)”" }
        if let match = message.wholeMatch(of: /Missing value for '(.+)'/) { return "选项“\(match.1)”缺少值" }
        if let match = message.wholeMatch(of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./.dotMatchesNewlines())
        {
            return "选项“\(match.1)”不带值，却写了“\(match.2)”"
        }
        return nil
    }

    /// About values that cannot be read.
    private static func value(_ message: String) -> String? {
        guard let match = message.wholeMatch(of: /The value '(.*)' is invalid(?: for '(.+?)')?(\.|:|$)(.*)/.dotMatchesNewlines()) else {
            return nil
        }
        let place = match.2.map { "“\($0)”的" } ?? ""
        return "\(place)值“\(match.1)”有误\(reason(String(match.4).trimmingBlanks))"
    }

    /// Which values there are, or what the value's own type says.
    private static func reason(_ text: String) -> String {
        if text.isEmpty { return "" }
        if let match = text.wholeMatch(of: /Please provide one of the following:\n(.+)/.dotMatchesNewlines()) {
            return "。请写下列之一：\n\(match.1)"
        }
        if let match = text.wholeMatch(of: /Please provide one of (.+)\./) {
            return "。请写下列之一：\(quoted(match.1))"
        }
        return "：\(text)"
    }

    /// Everything that stands between quotation marks.
    private static func quoted(_ text: Substring) -> String {
        text.matches(of: /'([^']*)'/).map { String($0.1) }.joined(separator: "、")
    }

    /// About arguments that are missing or too many.
    private static func argument(_ message: String) -> String? {
        if let match = message.wholeMatch(of: /Missing expected argument '(.+)'/) { return "缺少“\(match.1)”" }
        if let match = message.wholeMatch(of: /Missing one of: (.+)/) { return "缺少下列之一：\(quoted(match.1))" }
        if let match = message.wholeMatch(of: /Unexpected argument '(.*)'/.dotMatchesNewlines()) { return "多余的参数“\(match.1)”" }
        if let match = message.wholeMatch(of: /[0-9]+ unexpected arguments: '(.*)'/.dotMatchesNewlines()) {
            return "多余的参数“\(match.1.replacing("', '", with: "”“"))”"
        }
        return nil
    }
}

extension ValidationError {
    /// What a command finds wrong with its own options, in the user's language.
    init(zh: String, en: String) { self.init(.words(zh: zh, en: en)) }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }

    fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
