/// Makes templates of what is written in their files.
struct TemplateCompiler {
    let sources: [String: [TemplateNode]]
    /// What `{{w.list.sentence}}` stands for, by `list.sentence`. What is no sentence shows nothing.
    let sentences: [String: String]

    /// - Throws: ``TemplateFault`` when there is no such template, one calls for one that there is not, or for itself.
    func compile(_ name: String) throws -> Template {
        var steps = Steps()
        try write(part: name, into: &steps, [:], within: [])
        return Template(steps: steps.all)
    }

    private typealias Blocks = [String: [TemplateNode]]

    /// - Parameter templates: those that this one stands in.
    private func write(part name: String, into steps: inout Steps, _ blocks: Blocks, within templates: Set<String>) throws {
        guard let nodes = sources[name], !templates.contains(name) else { throw TemplateFault(near: name) }
        try write(nodes, into: &steps, blocks, within: templates.union([name]))
    }

    private func write(_ nodes: [TemplateNode], into steps: inout Steps, _ blocks: Blocks, within templates: Set<String>) throws {
        for node in nodes {
            switch node {
            case .text(let text): steps.add(text)
            case .variable(let name):
                if name.hasPrefix("w.") {
                    steps.add(EscapedText.escape(sentences[String(name.dropFirst(2))] ?? ""))
                } else {
                    steps.all.append(.value(TagName(name)))
                }
            case .section(let name, let isInverted, let inner):
                var own = Steps()
                try write(inner, into: &own, blocks, within: templates)
                steps.all.append(isInverted ? .inverted(TagName(name), own.all) : .section(TagName(name), own.all))
            case .partial(let name): try write(part: name, into: &steps, blocks, within: templates)
            case .parent(let name, let inner):
                // Who calls for a template from further out has the last word on its blocks.
                let given = inner.reduce(into: blocks) { given, node in
                    if case .block(let block, let content) = node, given[block] == nil { given[block] = content }
                }
                try write(part: name, into: &steps, given, within: templates)
            case .block(let name, let inner): try write(blocks[name] ?? inner, into: &steps, blocks, within: templates)
            }
        }
    }

    /// Steps that are put together; texts next to each other become one.
    private struct Steps {
        var all: [Template.Step] = []

        mutating func add(_ text: String) {
            if case .text(let before) = all.last {
                all[all.count - 1] = .text(before + text.utf8)
            } else if !text.isEmpty {
                all.append(.text(Array(text.utf8)))
            }
        }
    }
}
