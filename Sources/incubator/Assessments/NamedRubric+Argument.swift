import Workflow

extension NamedRubric {
    /// The rubric that a person means: the path of a JSON file where it looks like one, otherwise the name of one that was compiled in.
    ///
    /// - Throws: ``Workflow/Refusal``.
    init(nameOrPath text: String) throws {
        guard Self.isPath(text) else {
            self = try RubricLibrary.named(text)
            return
        }
        try self.init(path: text)
    }

    /// The same, where a name or a hash may also be that of a rubric that the register keeps.
    init(nameOrPath text: String, in registry: Registry, as caller: Caller) async throws {
        guard Self.isPath(text) else {
            self = try await ShowRubric(registry: registry)(text, as: caller)
            return
        }
        try self.init(path: text)
    }

    private static func isPath(_ text: String) -> Bool { text.contains("/") || text.hasSuffix(".json") }

    private init(path: String) throws {
        try self.init(json: try TableFile.content(of: path, atMost: 16 << 20))
    }
}

extension String? {
    /// The rubric that an option names; nil where it was not given.
    func rubric(in registry: Registry, as caller: Caller) async throws -> NamedRubric? {
        guard let self else { return nil }
        return try await NamedRubric(nameOrPath: self, in: registry, as: caller)
    }
}
