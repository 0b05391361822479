import Values

/// The compiled templates, once for each language: a sentence of the catalogue is a part of the template and not looked up for every page.
enum PageTemplates {
    private static let chinese = compiled(.simplifiedChinese)
    private static let english = compiled(.english)

    private static func compiled(_ language: Language) -> [String: Template] {
        do {
            let sources = try PageFile.all(in: "Templates", ending: ".mustache").mapValues { try TemplateNode.parse($0.text) }
            let compiler = TemplateCompiler(sources: sources, sentences: Words.sentences(in: language))
            return try sources.reduce(into: [:]) { templates, source in templates[source.key] = try compiler.compile(source.key) }
        } catch {
            // A template that cannot be read is a mistake of the program, which the tests find: all of them are read there.
            preconditionFailure("\(error)")
        }
    }

    /// The page that a template makes of a view, as UTF-8; nil when there is no such template.
    static func render(_ view: ViewValue, template: String, in language: Language) -> [UInt8]? {
        switch language {
        case .simplifiedChinese: chinese[template]?.render(view)
        case .english: english[template]?.render(view)
        }
    }
}
