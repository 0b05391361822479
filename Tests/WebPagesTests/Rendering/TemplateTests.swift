import Foundation
import Testing

@testable import WebPages

/// Templates hold tags and no text, and every tag stands for something.
struct TemplateTests {
    private static func contract() throws -> TemplateContract {
        let catalogue = Catalogue.lists.mapValues { list in Set(Mirror(reflecting: list).children.compactMap(\.label)) }
        var contract = TemplateContract(
            types: ViewTypes(try SourceTree.files(ending: ".swift")), templates: try SourceTree.templates(), catalogue: catalogue)
        for (view, template) in contract.types.templates { contract.check(view, template: template) }
        return contract
    }

    @Test func `every tag has a property`() throws {
        let contract = try Self.contract()
        #expect(contract.faults.sorted() == [])
        #expect(contract.types.templates.count > 3, "The views were found.")
    }

    @Test func `every property of a view is shown by some tag`() throws {
        let contract = try Self.contract()
        let views = contract.types.properties.filter { $0.key.split(separator: ".").first?.hasSuffix("View") == true }
        let unused = views.flatMap { view, properties in
            // The title is in the frame's, and a page need not say it twice.
            properties.filter { $0.name != "title" && !contract.used.contains("\(view).\($0.name)") }.map { "\(view).\($0.name)" }
        }
        #expect(unused.sorted() == [])
    }

    @Test func `what is compiled in is what lies in the folders`() throws {
        let folders = ["Assets", "Templates"].flatMap { folder in
            let path = SourceTree.module.appending(path: folder).path(percentEncoded: false)
            return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).map { "\(folder)/\($0)" }
        }
        #expect(PageFile.all.map(\.name) == folders.sorted())
        for file in PageFile.all { #expect(Data(file.bytes) == (try Data(contentsOf: SourceTree.module.appending(path: file.name)))) }
    }

    @Test func `templates hold no text and tidy attributes`() throws {
        for (name, nodes) in try SourceTree.templates() {
            let page = HTMLPage(TemplateNode.skeleton(nodes))
            let outside = page.elements.filter(\.ancestors.isEmpty).map(\.text).joined()
            let letters = (outside + TemplateNode.skeleton(nodes).replacing(/<[^>]*>/, with: " ")).filter(\.isLetter)
            #expect(letters == "", "\(name) holds text")
            for element in page.elements {
                for (attribute, value) in element.attributes where Self.isForPeople(attribute, of: element.name) {
                    #expect(value.filter(\.isLetter) == "", "\(name): \(attribute)=\(value)")
                }
            }
            #expect(page.faults.filter { $0.contains("quotation") || $0.contains("twice") } == [], "\(name)")
        }
    }

    private static func isForPeople(_ attribute: String, of element: String) -> Bool {
        ["alt", "aria-label", "aria-description", "data-label", "label", "placeholder", "title", "value"].contains(attribute)
            && !(attribute == "value" && ["button", "input"].contains(element))
    }
}
