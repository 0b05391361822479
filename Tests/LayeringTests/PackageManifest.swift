/// The targets of `Package.swift` and the modules of this package that each depends on, read from its text.
struct PackageManifest {
    /// By name; what lies in the folder `Tests` is left out.
    let dependencies: [String: Set<String>]

    init(text: String) {
        var found: [String: Set<String>] = [:]
        for kind in [".target(", ".executableTarget(", ".systemLibrary("] {
            for part in text.components(after: kind) {
                let body = part.prefix(matching: ("(", ")"))
                guard let name = body.components(after: "name:").first?.firstText else { continue }
                if body.components(after: "path:").first?.firstText?.hasPrefix("Tests/") == true { continue }
                let list = body.components(after: "dependencies:").first?.drop { $0 != "[" }.dropFirst() ?? ""
                found[name] = Set(list.prefix(matching: ("[", "]")).textsOutsideBrackets)
            }
        }
        dependencies = found
    }

    /// The faults of the manifest against the table.
    var faults: [String] {
        dependencies.sorted { $0.key < $1.key }.flatMap { name, others in
            ImportTable.rules[name] == nil
                ? ["Package.swift: \(name) has no rule in the import table"]
                : others.sorted().compactMap { ImportTable.fault(name, importing: $0) }.map { "Package.swift: \($0)" }
        }
    }
}

extension StringProtocol where SubSequence == Substring {
    /// What follows each occurrence of a mark.
    fileprivate func components(after mark: String) -> [Substring] {
        var rest = self[...]
        var found: [Substring] = []
        while let range = rest.firstRange(of: mark) {
            rest = rest[range.upperBound...]
            found.append(rest)
        }
        return found
    }

    /// What stands before the bracket that closes one already open.
    fileprivate func prefix(matching brackets: (open: Character, close: Character)) -> Substring {
        var depth = 1
        return prefix { character in
            if character == brackets.open { depth += 1 }
            if character == brackets.close { depth -= 1 }
            return depth > 0
        }
    }

    /// The first text in quotation marks.
    fileprivate var firstText: String? {
        let parts = split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }

    /// Texts in quotation marks that are not the argument of a call such as `.product(…)`.
    fileprivate var textsOutsideBrackets: [String] {
        var depth = 0
        var texts: [String] = []
        for (index, part) in split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                if depth == 0 { texts.append(String(part)) }
            } else {
                depth += part.count { $0 == "(" } - part.count { $0 == ")" }
            }
        }
        return texts
    }
}
