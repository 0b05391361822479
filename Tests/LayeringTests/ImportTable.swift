/// Which module may import which: the picture of the modules as a table. Imports point downwards only.
struct ImportTable {
    struct Rule {
        /// Modules of this package.
        let project: Set<String>
        /// Modules from outside; nil for any but the reserved ones.
        let outside: Set<String>?

        init(_ project: Set<String>, outside: Set<String>? = nil) {
            self.project = project
            self.outside = outside
        }
    }

    /// Pure rules: the standard library only, which needs no import.
    static let core: Set<String> = ["Values", "Access", "Incubation", "Funding", "Review", "Appraisal"]

    static let rules: [String: Rule] = [
        "Values": Rule([], outside: []),
        "Access": Rule(["Values", "Incubation"], outside: []),
        "Incubation": Rule(["Values"], outside: []),
        "Funding": Rule(["Values", "Incubation"], outside: []),
        "Review": Rule(["Values", "Incubation"], outside: []),
        // C for what the processor can do and Swift cannot ask of it.
        "CColumns": Rule([], outside: []),
        "Appraisal": Rule(["CColumns", "Values", "Incubation"], outside: []),
        // The C library for iconv, Foundation's small part for the JSON of mapping files.
        "Tabular": Rule(["Values"], outside: ["FoundationEssentials", "Glibc"]),
        "CEmbeddedFiles": Rule([], outside: []),
        "EmbeddedFiles": Rule(["CEmbeddedFiles"], outside: []),
        "EmbeddedDatabase": Rule(["Values"]),
        "CLibpq": Rule([], outside: []),
        "Locks": Rule([], outside: ["Glibc"]),
        "Postgres": Rule(["CLibpq", "Locks"]),
        "OpenID": Rule(["Values"]),
        "Store": Rule(core.union(["EmbeddedFiles", "Postgres"])),
        "Workflow": Rule(core.union(["Locks", "OpenID", "Postgres", "Store", "Tabular"])),
        "HTTPSupport": Rule(core.union(["Locks", "Workflow"])),
        "COpenAPI": Rule([], outside: []),
        "WebAPI": Rule(core.union(["COpenAPI", "HTTPSupport", "Workflow"])),
        "CXlsxwriter": Rule([], outside: []),
        "Spreadsheet": Rule(["CXlsxwriter"], outside: ["Glibc"]),
        "CWebPages": Rule([], outside: []),
        "WebPages": Rule(core.union(["CWebPages", "HTTPSupport", "Spreadsheet", "Tabular", "Workflow"])),
        "incubator": Rule(
            Set(all).subtracting(["CColumns", "CEmbeddedFiles", "CLibpq", "COpenAPI", "CWebPages", "CXlsxwriter", "incubator"])),
        // The bare client beside pgbench.
        "benchmark": Rule(["Appraisal", "Postgres", "Values"]),
    ]

    private static let all = [
        "Access", "Appraisal", "CColumns", "CEmbeddedFiles", "CLibpq", "COpenAPI", "CWebPages", "CXlsxwriter", "EmbeddedDatabase",
        "EmbeddedFiles",
        "Funding",
        "HTTPSupport", "Incubation", "Locks", "OpenID", "Postgres",
        "Review", "Spreadsheet", "Store", "Tabular", "Values", "WebAPI", "WebPages", "Workflow", "incubator",
    ]

    /// Beginnings of names of modules from outside that belong to one layer, and the modules of that layer.
    static let reserved: [String: Set<String>] = [
        "ArgumentParser": ["benchmark", "incubator"],
        "AsyncHTTPClient": ["OpenID"],
        // The list of keys and algorithms says so too.
        "Crypto": ["OpenID", "Store", "Workflow", "incubator"],
        "HTTPTypes": ["HTTPSupport", "WebAPI", "WebPages", "incubator"],
        "Hummingbird": ["HTTPSupport", "WebAPI", "WebPages", "incubator"],
        "JWTKit": ["OpenID"],
        "NIO": ["HTTPSupport", "OpenID", "WebAPI", "WebPages", "incubator"],
        "Subprocess": ["EmbeddedDatabase"],
    ]

    /// What is wrong with a module of that name that imports the other; nil when nothing is.
    static func fault(_ module: String, importing other: String) -> String? {
        guard let rule = rules[module] else { return "\(module) has no rule in the import table" }
        if rules[other] != nil { return rule.project.contains(other) ? nil : "\(module) may not import \(other)" }
        if let outside = rule.outside { return outside.contains(other) ? nil : "\(module) may not import \(other) from outside" }
        let owner = reserved.first { other.hasPrefix($0.key) }
        guard let owner, !owner.value.contains(module) else { return nil }
        return "\(other) is reserved for \(owner.value.sorted().joined(separator: ", ")), and \(module) imports it"
    }
}
