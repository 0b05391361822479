import Mustache

/// The compiled templates.
enum PageTemplates {
    private static let library: MustacheLibrary = {
        MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
        var library = MustacheLibrary()
        for (name, file) in PageFile.all(in: "Templates", ending: ".mustache") {
            do {
                try library.register(prepared(file.text), named: name)
            } catch {
                // A template that cannot be read is a mistake of the program, which the tests find: all of them are read there.
                preconditionFailure("\(file.name): \(error)")
            }
        }
        return library
    }()

    /// A template's text as it is compiled: it names its way of escaping, and carries no indentation, which would only weigh.
    private static func prepared(_ text: String) -> String {
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        return "{{%CONTENT_TYPE: \(EscapedText.name)}}\n" + lines.joined(separator: "\n") + "\n"
    }

    /// The page that a template makes of a tree of values; nil when there is no such template.
    static func render(_ tree: [String: Any], template: String) -> String? {
        library.render(tree, withTemplate: template)
    }
}
