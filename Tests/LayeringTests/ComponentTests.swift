import Foundation
import Testing

/// The list of what the register is built from, against what the build takes.
struct ComponentTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    /// `owner/name` of every package, in lower case, as the list has it.
    private static func listed() throws -> Set<String> {
        let path = "Sources/Workflow/Workflow.docc/Security/Components.md"
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        return Set(text.matches(of: /\| `([a-z0-9-]+)` \| `(github\.com\/[a-z-]+)` \|/).map { "\($0.2)/\($0.1)" })
    }

    /// Addresses as `github.com/owner/name`, in lower case.
    private static func packages(in text: String) -> Set<String> {
        Set(text.matches(of: /"https:\/\/([^"]+?)(\.git)?"/).map { $0.1.lowercased() })
    }

    @Test func `every package that is built in is listed, and comes from where the list says`() throws {
        let listed = try Self.listed()
        let manifest = Self.packages(in: try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8))
        #expect(manifest.count > 10, "Addresses were read.")
        #expect(manifest.subtracting(listed) == [])
        // Made by the build; holds the packages that those ask for as well.
        let resolved = Self.packages(in: try String(contentsOf: Self.root.appending(path: "Package.resolved"), encoding: .utf8))
        #expect(resolved.subtracting(listed) == [])
        #expect(listed.subtracting(resolved) == [], "listed, and built in no more")
    }
}
