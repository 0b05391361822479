/// A template as a tree, as it is written. The language is that part of Mustache which the pages need.
///
/// There is no tag that writes a value unescaped: it is refused, as is every other tag that is not known here.
indirect enum TemplateNode: Hashable, Sendable {
    case text(String)
    /// `{{name}}`, `{{name.of.it}}` or `{{.}}`.
    case variable(String)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}` where there is no such thing.
    case section(String, isInverted: Bool, [TemplateNode])
    /// `{{>name}}`: another template in this place.
    case partial(String)
    /// `{{<name}}…{{/name}}`: another template in this place, with other blocks.
    case parent(String, [TemplateNode])
    /// `{{$name}}…{{/name}}`: a block that another template may replace, or replaces it.
    case block(String, [TemplateNode])

    /// - Throws: ``TemplateFault`` for a tag that is not known or not ended.
    static func parse(_ text: String) throws -> [TemplateNode] {
        // Indentation would only weigh.
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } + "\n" }
        var reader = TemplateReader(lines.joined())
        return try reader.nodes(until: nil)
    }

    /// Every node, at any depth.
    static func all(_ nodes: [TemplateNode]) -> [TemplateNode] {
        nodes.flatMap { node in
            switch node {
            case .section(_, _, let inner), .parent(_, let inner), .block(_, let inner): [node] + all(inner)
            default: [node]
            }
        }
    }
}

/// A template cannot be read.
struct TemplateFault: Error, Hashable {
    /// What stands where reading ended.
    let near: String
}

/// Goes through the text of a template from tag to tag.
private struct TemplateReader {
    private let text: [UInt8]
    private var position = 0

    init(_ text: String) {
        self.text = Array(text.utf8)
    }

    /// What stands before the end of the section of that name, or of the text.
    mutating func nodes(until name: String?) throws -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let start = next(UInt8(ascii: "{")) {
            if start > position { nodes.append(.text(words(position..<start))) }
            guard let end = next(UInt8(ascii: "}"), from: start) else { throw fault(at: start) }
            let tag = words(start + 2..<end)
            position = end + 2
            if !isValue(tag), standsAlone(start) { position += 1 }
            if tag.first == "/" {
                guard name == String(tag.dropFirst()) else { throw fault(at: start) }
                return nodes
            }
            try nodes.append(node(tag, at: start))
        }
        guard name == nil else { throw TemplateFault(near: name ?? "") }
        if position < text.count { nodes.append(.text(words(position..<text.count))) }
        return nodes
    }

    private mutating func node(_ tag: String, at start: Int) throws -> TemplateNode {
        let name = String(tag.dropFirst())
        guard Self.isName(isValue(tag) ? tag : name) else { throw fault(at: start) }
        switch tag.first {
        case "#": return .section(name, isInverted: false, try nodes(until: name))
        case "^": return .section(name, isInverted: true, try nodes(until: name))
        case "<": return .parent(name, try nodes(until: name))
        case "$": return .block(name, try nodes(until: name))
        case ">": return .partial(name)
        default: return .variable(tag)
        }
    }

    /// Where two such bytes stand next to each other.
    private func next(_ brace: UInt8, from start: Int? = nil) -> Int? {
        var index = start ?? position
        while index + 1 < text.count {
            if text[index] == brace, text[index + 1] == brace { return index }
            index += 1
        }
        return nil
    }

    private func isValue(_ tag: String) -> Bool { tag.utf8.first.map { !"#^<$>/".utf8.contains($0) } ?? true }

    /// Whether a tag has a line to itself, which then ends with it.
    private func standsAlone(_ start: Int) -> Bool {
        (start == 0 || text[start - 1] == UInt8(ascii: "\n")) && position < text.count && text[position] == UInt8(ascii: "\n")
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy { $0.isASCII && ($0 == "." || $0 == "-" || $0.properties.isAlphabetic) }
    }

    private func words(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    private func fault(at start: Int) -> TemplateFault { TemplateFault(near: words(start..<min(start + 40, text.count))) }
}
