import ArgumentParser
import Values

// The parser keeps each text once, so the user's language is chosen where the text stands.

extension String {
    static func words(zh: String, en: String) -> String { BilingualText(zh: zh, en: en)[Terminal.language] }
}

extension ArgumentHelp {
    static func words(zh: String, en: String) -> ArgumentHelp { ArgumentHelp(.words(zh: zh, en: en)) }
}
