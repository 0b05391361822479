@testable import WebPages

extension TemplateNode {
    /// What stands between the tags, with a mark for each value.
    static func skeleton(_ nodes: [TemplateNode]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): text
            case .variable: "\u{FFFC}"
            case .partial: ""
            case .section(_, _, let inner), .parent(_, let inner), .block(_, let inner): skeleton(inner)
            }
        }.joined()
    }
}
