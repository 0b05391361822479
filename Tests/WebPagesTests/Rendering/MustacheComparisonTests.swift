import Mustache
import SeededRandom
import Testing

@testable import WebPages

/// Holds every template against the Mustache library: the same file and the same view give the same bytes.
struct MustacheComparisonTests {
    private static let files = PageFile.all(in: "Templates", ending: ".mustache")
    private static let sources = Result { try files.mapValues { try TemplateNode.parse($0.text) } }
    private static let library = Result { try MustacheLibrary(files) }
    private static let views: UInt64 = 12

    @Test(arguments: files.keys.sorted())
    func `a template means what it means to the Mustache library`(_ name: String) throws {
        let (sources, library) = (try Self.sources.get(), try Self.library.get())
        let template = try TemplateCompiler(sources: sources, sentences: [:]).compile(name)
        let names = TagNames(template)
        var pages: Set<[UInt8]> = []
        for seed in 0..<Self.views {
            var views = RandomViews(seed: Seed(seed), names: names)
            let view = views.node(depth: 3)
            let bytes = template.render(view)
            let page = try #require(library.render(MustacheTree(view).value, withTemplate: name))
            #expect(String(decoding: bytes, as: UTF8.self) == page, "seed \(seed)")
            pages.insert(bytes)
        }
        #expect(names.isEmpty || pages.count > 2, "The views differ.")
    }

    @Test func `another order of what is written is noticed`() throws {
        let template = try TemplateCompiler(sources: ["a": try TemplateNode.parse("{{y}}{{x}}")], sentences: [:]).compile("a")
        let view = ViewValue.node(["x": .text("1"), "y": .text("2")])
        let page = try MustacheTemplate(string: "{{x}}{{y}}\n").render(MustacheTree(view).value)
        #expect(String(decoding: template.render(view), as: UTF8.self) != page)
    }
}

extension MustacheLibrary {
    /// The files as the library reads them: it knows no indentation that is not sent.
    fileprivate init(_ files: [String: PageFile]) throws {
        self.init()
        for (name, file) in files {
            let lines = file.text.split(separator: "\n").map { $0.drop { $0 == " " } + "\n" }
            try register(lines.joined(), named: name)
        }
    }
}

/// The names that a template calls for.
private struct TagNames {
    /// Those of values.
    private(set) var written: Set<String> = []
    /// Those that are asked for only, and may be flags: the library writes `true`, where pages write nothing.
    private(set) var asked: Set<String> = []
    /// Those that lead to others.
    private(set) var structures: Set<String> = []

    var isEmpty: Bool { written.isEmpty && asked.isEmpty }

    init(_ template: Template) {
        add(template.steps)
        asked.subtract(written)
    }

    private mutating func add(_ steps: [Template.Step]) {
        for step in steps {
            switch step {
            case .text: continue
            case .value(let name): add(name, to: \.written)
            case .section(let name, let inner), .inverted(let name, let inner):
                add(name, to: \.asked)
                add(inner)
            }
        }
    }

    private mutating func add(_ name: TagName, to names: WritableKeyPath<TagNames, Set<String>>) {
        structures.formUnion(name.steps.dropLast())
        if let last = name.steps.last { self[keyPath: names].insert(last) }
    }
}

/// Makes views that have any of the names at any depth.
private struct RandomViews {
    var seed: Seed
    let names: TagNames
    private static let texts = ["", "社区合唱团", "<b>", "a & b", "\"'", "é", "\n", "0"]

    mutating func node(depth: Int) -> ViewValue {
        var members: [String: ViewValue] = [:]
        for name in names.structures.sorted() where depth > 1 { members[name] = node(depth: depth - 1) }
        for name in names.written.sorted() where Bool.random(using: &seed) { members[name] = value(depth: depth - 1, mayBeFlag: false) }
        for name in names.asked.sorted() where Bool.random(using: &seed) { members[name] = value(depth: depth - 1, mayBeFlag: true) }
        return .node(members)
    }

    private mutating func value(depth: Int, mayBeFlag: Bool) -> ViewValue {
        switch Int.random(in: 0..<10, using: &seed) {
        case 0: return .absent
        case 1 where depth > 0 && Int.random(in: 0..<12, using: &seed) == 0: return node(depth: depth)
        case 2: return .list((0..<Int.random(in: 0...2, using: &seed)).map { _ in text() })
        case 3 where depth > 0 && Int.random(in: 0..<12, using: &seed) == 0: return .list([node(depth: depth)])
        case 4, 5, 6: return mayBeFlag ? .flag(Bool.random(using: &seed)) : text()
        default: return text()
        }
    }

    private mutating func text() -> ViewValue { .text(Self.texts.randomElement(using: &seed) ?? "") }
}

/// A view as the library sees it.
private struct MustacheTree {
    let value: Any

    init(_ view: ViewValue) {
        value =
            switch view {
            case .text(let text): Text(renderText: text)
            case .flag(let flag): flag
            case .list(let elements): List(elements: elements.map { MustacheTree($0).value })
            case .node(let members): Node(members: members.mapValues { MustacheTree($0).value })
            case .absent: Absent()
            }
    }

    private struct Node: MustacheParent, MustacheCustomRenderable {
        let members: [String: Any]
        var renderText: String { "" }
        var isNull: Bool { false }
        func child(named name: String) -> Any? { members[name] }
    }

    private struct List: MustacheSequence, MustacheCustomRenderable {
        let elements: [Any]
        var renderText: String { "" }
        var isNull: Bool { false }
        func makeIterator() -> IndexingIterator<[Any]> { elements.makeIterator() }
    }

    private struct Text: MustacheCustomRenderable, MustacheParent {
        let renderText: String
        var isNull: Bool { false }
        func child(named _: String) -> Any? { nil }
    }

    private struct Absent: MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }
}
