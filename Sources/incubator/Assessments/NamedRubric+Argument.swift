import ArgumentParser
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

    /// A built-in rubric or a file; with `--kept`, and for the hash of none that is built in, a rubric that the register keeps.
    init(_ text: String, kept: KeptRubricOption) async throws {
        let isHash = text.utf8.count == 64 && text.allSatisfy(\.isHexDigit)
        guard !Self.isPath(text), kept.kept || isHash else {
            try self.init(nameOrPath: text)
            return
        }
        if let known = try RubricLibrary.withHash(text) {
            self = known
            return
        }
        self = try await RegistryAccess.withRegistry { registry in
            try await ShowRubric(registry: registry)(text, as: .atCommandLine(of: registry))
        }
    }

    private static func isPath(_ text: String) -> Bool { text.contains("/") || text.hasSuffix(".json") }

    private init(path: String) throws {
        try self.init(json: try TableFile.content(of: path, atMost: 16 << 20))
    }
}

/// Where a name may come from.
struct KeptRubricOption: ParsableArguments {
    @Flag(
        help: .words(
            zh: "名称也可指登记系统所存的评估规则；内容摘要始终可用。",
            en: "A name may be that of a rubric that the register keeps; a hash always may."))
    var kept = false
}

extension String? {
    /// The rubric that an option names; nil where it was not given.
    func rubric(in registry: Registry, as caller: Caller) async throws -> NamedRubric? {
        guard let self else { return nil }
        return try await NamedRubric(nameOrPath: self, in: registry, as: caller)
    }
}
