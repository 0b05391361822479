import Foundation

/// The structures of the module and their stored properties, read from its sources.
struct ViewTypes {
    struct Property: Hashable {
        let name: String
        /// As it is written, such as `[Row]` or `String?`.
        let type: String
    }

    /// By full name, such as `DirectoryView.Row`.
    private(set) var properties: [String: [Property]] = [:]
    /// The template that a view names, by the view's name.
    private(set) var templates: [String: String] = [:]

    init(_ files: [(name: String, text: String)]) {
        for file in files { read(file.text) }
    }

    private mutating func read(_ text: String) {
        var open: [(name: String?, depth: Int)] = []
        var depth = 0
        for line in text.split(separator: "\n") {
            let code = line.drop { $0 == " " }
            if code.hasPrefix("//") { continue }
            let scope = open.compactMap(\.name).joined(separator: ".")
            if let last = open.last, last.name != nil, depth == last.depth { note(code, in: scope) }
            if let name = Self.typeName(code) { open.append((name, depth + 1)) }
            depth += line.count { $0 == "{" } - line.count { $0 == "}" }
            while let last = open.last, depth < last.depth { open.removeLast() }
        }
    }

    private static func typeName(_ line: Substring) -> String? {
        guard let match = line.firstMatch(of: /^(?:package |private |fileprivate )?(?:struct|extension) ([A-Za-z.]+)/), line.hasSuffix("{")
        else { return nil }
        return String(match.1)
    }

    private mutating func note(_ line: Substring, in scope: String) {
        if let match = line.firstMatch(of: /^static let template = "([a-z0-9-]+)"/) { templates[scope] = String(match.1) }
        guard let match = line.firstMatch(of: /^(?:package )?(?:let|var) ([A-Za-z]+): ([A-Za-z.\[\]?]+)(?: = .*)?$/) else { return }
        properties[scope, default: []].append(Property(name: String(match.1), type: String(match.2)))
    }

    /// The full name of a type as it is written in a scope.
    func resolve(_ written: String, in scope: String) -> String {
        let bare = written.filter { $0 != "?" && $0 != "[" && $0 != "]" }
        var parts = scope.split(separator: ".").map(String.init)
        while !parts.isEmpty {
            let candidate = (parts + [bare]).joined(separator: ".")
            if properties[candidate] != nil { return candidate }
            parts.removeLast()
        }
        return bare
    }
}
