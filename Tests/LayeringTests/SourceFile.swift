import Foundation

/// A Swift file as far as layering is concerned: what it imports, and what it declares to the whole world.
struct SourceFile {
    let module: String
    let name: String
    /// Modules imported, with any access level and attribute.
    let imports: Set<String>
    /// Lines that declare something `public` or `open`.
    let publicLines: [String]

    init(module: String, name: String, text: String) {
        self.module = module
        self.name = name
        let lines = SourceFile.linesOfInterest(in: text)
        imports = Set(lines.compactMap(SourceFile.importedModule))
        publicLines = lines.filter(SourceFile.isPublic)
    }

    /// Everything below the folder `Sources`, one folder to a module.
    static func all(below sources: URL) throws -> [SourceFile] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path(percentEncoded: false))
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            return SourceFile(module: String(name.prefix { $0 != "/" }), name: name, text: text)
        }
    }

    /// The faults of this file against the table.
    var faults: [String] {
        imports.sorted().compactMap { ImportTable.fault(module, importing: $0) }.map { "\(name): \($0)" }
            + publicLines.map { "\(name): nothing is public here: \($0)" }
    }

    /// `@testable package import struct Values.Day` imports `Values`: the words before `import` are attributes or an access level.
    private static func importedModule(_ line: String) -> String? {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), words.indices.contains(place + 1) else { return nil }
        guard words[..<place].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) }) else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        let next = words.indices.contains(place + 2) && kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
        return String(next.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }

    /// A declaration's access level stands before everything but attributes, other modifiers and brackets.
    private static func isPublic(_ line: String) -> Bool {
        let words = line.split { $0 == " " || $0 == "(" || $0 == "{" }
        return words.indices.dropLast().contains { place in
            let isLevel = ["public", "open"].contains(words[place].prefix { $0 != ")" })
            return isLevel && declarators.contains(words[place + 1].prefix { $0.isLetter })
        }
    }

    private static let accessLevels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]

    private static let declarators: Set<Substring> = accessLevels.union([
        "import", "static", "final", "class", "struct", "enum", "actor", "protocol", "extension", "func", "var", "let", "init", "subscript",
        "typealias", "indirect", "nonisolated", "macro", "mutating", "override", "convenience", "required", "weak", "lazy", "consuming",
        "borrowing", "set",
    ])

    /// Lines that may import or open something, outside comments and texts of several lines, without the content of shorter texts.
    ///
    /// Plain searches come first: the standard library's own are slow in debug builds, and a source tree has many lines.
    private static func linesOfInterest(in text: String) -> [String] {
        var isInText = false
        return text.components(separatedBy: "\n").compactMap { line in
            let wasInText = isInText
            if line.range(of: "\"\"\"") != nil, line.components(separatedBy: "\"\"\"").count % 2 == 0 { isInText.toggle() }
            guard !wasInText, ["import", "public", "open"].contains(where: { line.range(of: $0) != nil }) else { return nil }
            return bare(line).trimmingCharacters(in: .whitespaces)
        }
    }

    /// The line without a comment at its end and without what its texts hold.
    private static func bare(_ line: String) -> String {
        var kept = ""
        for (index, part) in line.replacingOccurrences(of: "\\\"", with: "").components(separatedBy: "\"").enumerated()
        where index % 2 == 0 {
            guard let comment = part.range(of: "//") else {
                kept += part + "\"\""
                continue
            }
            return kept + part[..<comment.lowerBound]
        }
        return kept
    }
}
