/// A template in the form in which it is rendered: other templates stand in their places, blocks are replaced, sentences are written out, and what
/// stands next to each other is one text.
struct Template: Hashable, Sendable {
    enum Step: Hashable, Sendable {
        case text([UInt8])
        case value(TagName)
        case section(TagName, [Step])
        case inverted(TagName, [Step])
    }

    let steps: [Step]

    /// The page that it makes of a value, as UTF-8.
    func render(_ value: ViewValue) -> [UInt8] {
        var page = PageWriter(value)
        page.write(steps)
        return page.bytes
    }
}

/// What a tag names: a property of what it stands in or is around that, or a property of such a property. No steps mean `{{.}}`, the thing itself.
struct TagName: Hashable, Sendable {
    let steps: [String]

    init(_ name: String) {
        steps = name.split(separator: ".").map(String.init)
    }
}

/// Writes a page step by step.
private struct PageWriter {
    private(set) var bytes: [UInt8] = []
    /// What sections have led into, the innermost last.
    private var scopes: [ViewValue]

    init(_ value: ViewValue) {
        scopes = [value]
        bytes.reserveCapacity(32 * 1024)
    }

    mutating func write(_ steps: [Template.Step]) {
        for step in steps {
            switch step {
            case .text(let text): bytes += text
            case .value(let name): write(find(name))
            case .section(let name, let inner): write(inner, for: find(name))
            case .inverted(let name, let inner): if !isThere(find(name)) { write(inner) }
            }
        }
    }

    private mutating func write(_ value: ViewValue?) {
        // Whether something is so is for sections, and structures have no words of their own: a test keeps such tags out of the templates.
        if case .text(let text) = value { EscapedText.write(text, to: &bytes) }
    }

    private mutating func write(_ steps: [Template.Step], for value: ViewValue?) {
        switch value {
        case .flag(let flag): if flag { write(steps) }
        case .list(let elements): for element in elements { write(steps, in: element) }
        case .text, .node: if let value { write(steps, in: value) }
        case .absent, nil: break
        }
    }

    private mutating func write(_ steps: [Template.Step], in scope: ViewValue) {
        scopes.append(scope)
        write(steps)
        scopes.removeLast()
    }

    private func isThere(_ value: ViewValue?) -> Bool {
        switch value {
        case .flag(let flag): flag
        case .list(let elements): !elements.isEmpty
        case .text, .node: true
        case .absent, nil: false
        }
    }

    /// The first property of that name from the innermost structure outwards.
    private func find(_ name: TagName) -> ViewValue? {
        guard let first = name.steps.first else { return scopes.last }
        for scope in scopes.reversed() {
            guard case .node(let members) = scope, let found = members[first] else { continue }
            return name.steps.dropFirst().reduce(found) { value, step in
                if case .node(let members) = value { members[step] } else { nil }
            }
        }
        return nil
    }
}
