import Foundation
import Testing

/// The modules of the source tree keep to the import table, and the table notices when they do not.
struct LayeringTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    private static func manifest() throws -> PackageManifest {
        PackageManifest(text: try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8))
    }

    @Test func `every file imports only what its module may`() throws {
        let files = try SourceFile.all(below: Self.root.appending(path: "Sources"))
        #expect(files.flatMap(\.faults) == [])
        #expect(Set(files.map(\.module)).isSuperset(of: ["Values", "incubator"]), "The files were found.")
        #expect(files.contains { $0.imports.contains("Values") }, "Imports were read.")
    }

    @Test func `every target depends only on what its module may import`() throws {
        let manifest = try Self.manifest()
        #expect(manifest.faults == [])
        #expect(manifest.dependencies["EmbeddedFiles"] == ["CEmbeddedFiles"], "Dependencies were read.")
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path(percentEncoded: false))
        #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(manifest.dependencies.keys), "Each folder of Sources is a target.")
    }

    @Test func `every import of another module is a dependency of the target`() throws {
        let manifest = try Self.manifest()
        let missing = try SourceFile.all(below: Self.root.appending(path: "Sources")).flatMap { file in
            let imported = file.imports.filter { ImportTable.rules[$0] != nil }
            return imported.subtracting(manifest.dependencies[file.module] ?? []).sorted().map { "\(file.name) imports \($0)" }
        }
        #expect(missing == [], "Their targets do not name these modules.")
    }

    @Test func `imports point downwards only`() {
        // With the table as a graph, taking away what imports nothing that is left must take away everything.
        var left = ImportTable.rules.mapValues(\.project)
        while let lowest = left.first(where: { $0.value.isDisjoint(with: left.keys) })?.key { left[lowest] = nil }
        #expect(left.keys.sorted() == [], "These modules import each other in a circle.")
    }
}

/// Planted mistakes are found, and what only looks like one is not.
struct PlantedFaultTests {
    @Test(arguments: [
        ("Values", "import Foundation"), ("Incubation", "package import Store"), ("Appraisal", "@preconcurrency import Glibc"),
        ("Incubation", "import struct Appraisal.Score"), ("Postgres", "import Values"), ("Store", "import Workflow"),
        ("Store", "import CLibpq"), ("Workflow", "import Hummingbird"), ("WebAPI", "  import Store"), ("HTTPSupport", "import WebAPI"),
        ("Store", "@testable import HTTPSupport"), ("Workflow", "private import NIOCore"), ("EmbeddedFiles", "import Foundation"),
        ("WebAPI", "import ArgumentParser"), ("Elsewhere", "import Values"),
    ])
    func `a wrong import is found`(module: String, line: String) {
        let file = SourceFile(module: module, name: "Planted.swift", text: "// A comment.\n\(line)\n\nstruct Planted {}\n")
        #expect(file.faults.count == 1, "\(file.faults)")
    }

    @Test(arguments: [
        "public struct Planted {}", "    public var name: String", "public import Values", "open class Planted {}",
        "@frozen public enum Planted {}", "public private(set) var count = 0",
    ])
    func `a public declaration is found`(line: String) {
        let file = SourceFile(module: "Workflow", name: "Planted.swift", text: line + "\n")
        #expect(file.publicLines.count == 1)
    }

    @Test(arguments: [
        "// import Foundation and make it public struct", "let text = \"import Foundation\"", "let text = \"public struct\"",
        "let text = \"\"\"\n    import Foundation\n    public struct Planted {}\n    \"\"\"", "package struct Planted {}",
        "let important = true", "importValues()", "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    ])
    func `words in comments and texts are no fault`(text: String) {
        #expect(SourceFile(module: "Values", name: "Planted.swift", text: text).faults == [])
    }

    @Test func `a wrong dependency in the manifest is found`() {
        let manifest = PackageManifest(
            text: """
                .target(name: "Values", dependencies: ["Store"], swiftSettings: strict),
                .target(
                    name: "Store",
                    dependencies: [
                        "Postgres",
                        .product(name: "Crypto", package: "swift-crypto"),
                        "WebAPI", logging,
                    ],
                    swiftSettings: strict
                ),
                .target(name: "CLibpq"),
                .executableTarget(name: "other", dependencies: ["Values"]),
                .target(name: "TestDatabase", dependencies: ["Postgres"], path: "Tests/TestDatabase"),
                .testTarget(name: "StoreTests", dependencies: ["WebAPI"]),
                """)
        #expect(manifest.dependencies["Store"] == ["Postgres", "WebAPI"])
        #expect(manifest.dependencies["CLibpq"] == [])
        #expect(
            manifest.faults == [
                "Package.swift: Store may not import WebAPI", "Package.swift: Values may not import Store",
                "Package.swift: other has no rule in the import table",
            ])
    }
}
