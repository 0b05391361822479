import Foundation

/// The tests that there are, by target, suite and name.
struct TestCatalogue {
    /// The texts of the files of each folder below `Tests`.
    private let texts: [String: [String]]

    init(below tests: URL) throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: tests.path(percentEncoded: false))
        var texts: [String: [String]] = [:]
        for name in names where name.hasSuffix(".swift") {
            texts[String(name.prefix { $0 != "/" }), default: []].append(
                try String(contentsOf: tests.appending(path: name), encoding: .utf8))
        }
        self.texts = texts
    }

    /// Whether the name's first part is that of a target with tests, so that the whole can only be the name of one.
    func isTest(_ name: String) -> Bool {
        texts.keys.contains(String(name.prefix { $0 != "/" }))
    }

    /// Whether there is a test `target/suite/name`.
    func holds(_ name: String) -> Bool {
        let parts = name.split(separator: "/", maxSplits: 2).map(String.init)
        guard parts.count == 3 else { return false }
        return (texts[parts[0]] ?? []).contains { text in
            let declarations = ["struct \(parts[1]) ", "class \(parts[1]) ", "actor \(parts[1]) ", "extension \(parts[1]) "]
            return declarations.contains(where: text.contains) && text.contains("func `\(parts[2])`(")
        }
    }
}
