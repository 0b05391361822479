/// A template as a tree, read apart from the library that renders it.
indirect enum TemplateNode: Sendable {
    case text(String)
    case variable(String)
    /// `{{{name}}}` or `{{&name}}`, which writes a value as it is.
    case raw(String)
    case section(String, isInverted: Bool, [TemplateNode])
    case partial(String)
    case parent(String, [TemplateNode])
    case block(String, [TemplateNode])

    /// - Throws: ``Fault`` for a section that does not end where it should.
    static func parse(_ text: String) throws -> [TemplateNode] {
        var rest = Substring(text)
        return try parse(&rest, until: nil)
    }

    struct Fault: Error {
        let near: String
    }

    private static func parse(_ rest: inout Substring, until name: String?) throws -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let start = rest.firstRange(of: "{{") {
            if start.lowerBound > rest.startIndex { nodes.append(.text(String(rest[..<start.lowerBound]))) }
            rest = rest[start.upperBound...]
            let closing = rest.first == "{" ? "}}}" : "}}"
            guard let end = rest.firstRange(of: closing) else { throw Fault(near: String(rest.prefix(30))) }
            let tag = rest[..<end.lowerBound]
            rest = rest[end.upperBound...]
            if tag.first == "/" {
                guard name == String(tag.dropFirst()) else { throw Fault(near: String(tag)) }
                return nodes
            }
            try nodes.append(node(tag, &rest))
        }
        guard name == nil else { throw Fault(near: name ?? "") }
        return nodes + (rest.isEmpty ? [] : [.text(String(rest))])
    }

    private static func node(_ tag: Substring, _ rest: inout Substring) throws -> TemplateNode {
        let name = String(tag.dropFirst())
        switch tag.first {
        case "#": return .section(name, isInverted: false, try parse(&rest, until: name))
        case "^": return .section(name, isInverted: true, try parse(&rest, until: name))
        case "<": return .parent(name, try parse(&rest, until: name))
        case "$": return .block(name, try parse(&rest, until: name))
        case ">": return .partial(name)
        case "{", "&": return .raw(name)
        default: return .variable(String(tag))
        }
    }

    /// What stands between the tags, with a mark for each value.
    static func skeleton(_ nodes: [TemplateNode]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): text
            case .variable, .raw: "\u{FFFC}"
            case .partial: ""
            case .section(_, _, let inner), .parent(_, let inner), .block(_, let inner): skeleton(inner)
            }
        }.joined()
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
