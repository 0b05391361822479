@testable import WebPages

/// Holds the tags of templates against the properties of views.
struct TemplateContract {
    let types: ViewTypes
    let templates: [String: [TemplateNode]]
    /// Names of sentences by list.
    let catalogue: [String: Set<String>]
    private(set) var faults: Set<String> = []
    /// Properties that some tag shows, as `Type.name`.
    private(set) var used: Set<String> = []
    private var file = ""

    init(types: ViewTypes, templates: [String: [TemplateNode]], catalogue: [String: Set<String>]) {
        self.types = types
        self.templates = templates
        self.catalogue = catalogue
    }

    mutating func check(_ view: String, template: String) {
        guard let nodes = templates[template] else {
            faults.insert("\(view) names the template \(template), which there is not")
            return
        }
        file = template
        walk(nodes, [view], [:])
    }

    private mutating func walk(_ nodes: [TemplateNode], _ stack: [String], _ blocks: [String: [TemplateNode]]) {
        for node in nodes {
            switch node {
            case .text: continue
            case .variable(let name): look(name, stack)
            case .section(let name, let isInverted, let inner): section(name, isInverted, inner, stack, blocks)
            case .partial(let name): part(name, stack, blocks)
            case .parent(let name, let inner):
                var given = blocks
                for case .block(let block, let content) in inner { given[block] = content }
                part(name, stack, given)
            case .block(let name, let inner): walk(blocks[name] ?? inner, stack, blocks)
            }
        }
    }

    private mutating func part(_ name: String, _ stack: [String], _ blocks: [String: [TemplateNode]]) {
        guard let nodes = templates[name] else {
            faults.insert("\(file): there is no template \(name)")
            return
        }
        walk(nodes, stack, blocks)
    }

    private mutating func section(
        _ name: String, _ isInverted: Bool, _ inner: [TemplateNode], _ stack: [String], _ blocks: [String: [TemplateNode]]
    ) {
        let type = look(name, stack)
        if let type, !isInverted, type.written != "Bool" {
            walk(inner, stack + [type.full], blocks)
        } else {
            if let type, isInverted, type.written == "String" { faults.insert("\(file): {{^\(name)}} is never true of a text") }
            walk(inner, stack, blocks)
        }
    }

    /// The type of a tag: as written, and in full.
    @discardableResult
    private mutating func look(_ name: String, _ stack: [String]) -> (written: String, full: String)? {
        if name == "." { return (stack.last ?? "", stack.last ?? "") }
        var path = name.split(separator: ".").map(String.init)[...]
        if path.first == "w" {
            let parts = Array(path)
            if parts.count != 3 || catalogue[parts[1]]?.contains(parts[2]) != true { faults.insert("\(file): no sentence {{\(name)}}") }
            return ("String", "String")
        }
        var scopes = Array(stack.reversed())
        if path.first == "frame" {
            scopes = ["FrameView"]
            path = path.dropFirst()
        }
        var found: (written: String, full: String)?
        for (index, step) in path.enumerated() {
            let places = index == 0 ? scopes : [found?.full ?? ""]
            found = nil
            for scope in places {
                guard let property = types.properties[scope]?.first(where: { $0.name == step }) else { continue }
                used.insert("\(scope).\(step)")
                found = (property.type, types.resolve(property.type, in: scope))
                break
            }
        }
        if found == nil { faults.insert("\(file): {{\(name)}} is no property of \(stack.last ?? "")") }
        return found
    }
}
