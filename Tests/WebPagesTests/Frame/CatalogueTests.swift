import Foundation
import Testing
import Values

@testable import WebPages

/// The catalogue holds every sentence of the pages, and no other.
struct CatalogueTests {
    /// Sentences by list and name, with the functions.
    private static func sentences() throws -> [(list: String, name: String, file: String)] {
        let files = Dictionary(uniqueKeysWithValues: try SourceTree.files(ending: ".swift").map { ($0.name, $0.text) })
        return Catalogue.lists.flatMap { list, words -> [(list: String, name: String, file: String)] in
            let file = "Words/\(type(of: words)).swift"
            let functions = (files[file] ?? "").matches(of: /\n    func ([A-Za-z]+)\(/).map { String($0.1) }
            return (Mirror(reflecting: words).children.compactMap(\.label) + functions).map { (list, $0, file) }
        }
    }

    @Test func `every sentence is used`() throws {
        let templates = try SourceTree.files(ending: ".mustache").map(\.text).joined()
        let sources = try SourceTree.files(ending: ".swift")
        let unused = try Self.sentences().filter { (sentence) throws -> Bool in
            if templates.contains("{{w.\(sentence.list).\(sentence.name)}}") { return false }
            return try !sources.contains { (file) throws -> Bool in
                // A list may help itself to its own sentences.
                if file.name == sentence.file { return file.text.contains("\\(\(sentence.name).") }
                guard file.text.contains("Catalogue.\(sentence.list)") else { return false }
                return file.text.contains(try Regex("\\.\(sentence.name)(?![A-Za-z0-9])"))
            }
        }
        #expect(unused.map { "\($0.list).\($0.name)" }.sorted() == [])
    }

    @Test func `every sentence has its own words in both languages`() {
        for (list, words) in Catalogue.lists {
            for child in Mirror(reflecting: words).children {
                let name = "\(list).\(child.label ?? "")"
                guard let text = child.value as? BilingualText else {
                    Issue.record("\(name) is no sentence")
                    continue
                }
                #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(name)")
                // Templates take them in as text, where braces would be tags.
                #expect(!(text.zh + text.en).contains { "{}".contains($0) }, "\(name)")
                // An example may be Chinese.
                let english = text.en.split(separator: "such as", maxSplits: 1).first ?? ""
                #expect(english.filter(Self.isHan) == "" && english.contains { $0.isASCII }, "\(name) is not English")
                #expect(text.zh.filter(Self.isHan) != "" || text.zh.count < 4, "\(name) is not Chinese")
            }
        }
    }

    @Test func `no text for people stands in code outside the catalogue`() throws {
        for file in try SourceTree.files(ending: ".swift") where !file.name.hasPrefix("Words/") {
            for line in file.text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                #expect(line.filter(Self.isHan) == "", "\(file.name): \(line)")
                #expect(!line.contains("both("), "\(file.name): \(line)")
                #expect(!line.contains("BilingualText("), "\(file.name): \(line)")
            }
        }
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) || (0x3000...0x303F).contains($0.value) }
    }
}
