import Workflow

extension NamedRubric {
    /// The rubric that a person means: the path of a JSON file where it looks like one, otherwise the name of one that was compiled in.
    ///
    /// - Throws: ``Workflow/Refusal``.
    init(nameOrPath text: String) throws {
        guard text.contains("/") || text.hasSuffix(".json") else {
            self = try RubricLibrary.named(text)
            return
        }
        try self.init(json: try TableFile.content(of: text, atMost: 16 << 20))
    }
}
