import Mustache
import Values

/// The compiled templates, once for each language: a sentence of the catalogue is a part of the template and not looked up for every page.
enum PageTemplates {
    private static let chinese = library(.simplifiedChinese)
    private static let english = library(.english)

    private static func library(_ language: Language) -> MustacheLibrary {
        MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
        let sentences = Words.sentences(in: language)
        var library = MustacheLibrary()
        for (name, file) in PageFile.all(in: "Templates", ending: ".mustache") {
            do {
                try library.register(prepared(file.text, sentences), named: name)
            } catch {
                // A template that cannot be read is a mistake of the program, which the tests find: all of them are read there.
                preconditionFailure("\(file.name): \(error)")
            }
        }
        return library
    }

    /// A template's text as it is compiled: it names its way of escaping, holds the sentences that it calls for, and carries no indentation, which would
    /// only weigh.
    private static func prepared(_ text: String, _ sentences: [String: String]) -> String {
        let lines = text.split(separator: "\n").map { written($0.drop { $0 == " " }, sentences) }
        return "{{%CONTENT_TYPE: \(EscapedText.name)}}\n" + lines.joined(separator: "\n") + "\n"
    }

    /// A line with its `{{w.list.sentence}}` written out, escaped as values are. What is no sentence stays a tag, which shows nothing.
    private static func written(_ line: Substring, _ sentences: [String: String]) -> String {
        var parts = line.split(separator: "{{w.", omittingEmptySubsequences: false)
        var whole = String(parts.removeFirst())
        for part in parts {
            let name = part.prefix { $0 != "}" }
            if let sentence = sentences[String(name)], part.dropFirst(name.count).hasPrefix("}}") {
                whole += EscapedText.escape(sentence) + part.dropFirst(name.count + 2)
            } else {
                whole += "{{w." + part
            }
        }
        return whole
    }

    /// The page that a template makes of a tree of values; nil when there is no such template.
    static func render(_ tree: Any, template: String, in language: Language) -> String? {
        switch language {
        case .simplifiedChinese: chinese.render(tree, withTemplate: template)
        case .english: english.render(tree, withTemplate: template)
        }
    }
}
