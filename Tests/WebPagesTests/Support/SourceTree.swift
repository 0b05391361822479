import Foundation

@testable import WebPages

/// The files of the module as they stand beside the tests.
enum SourceTree {
    static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    static let module = root.appending(path: "Sources/WebPages")

    /// Paths below the module with that ending, sorted, and their texts.
    static func files(ending: String) throws -> [(name: String, text: String)] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: module.path(percentEncoded: false))
        return try names.filter { $0.hasSuffix(ending) }.sorted().map {
            ($0, try String(contentsOf: module.appending(path: $0), encoding: .utf8))
        }
    }

    /// Templates by name.
    static func templates() throws -> [String: [TemplateNode]] {
        try files(ending: ".mustache").reduce(into: [:]) { found, file in
            let name = file.name.split(separator: "/").last?.dropLast(".mustache".count) ?? ""
            found[String(name)] = try TemplateNode.parse(file.text)
        }
    }
}
