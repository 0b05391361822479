import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path       | Use case      |
/// |--------|------------|---------------|
/// | GET    | `/process` | `ShowProcess` |
struct ProcessPages: PageSet {
    let registry: Registry
    static let path = "/process"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.showProcess)) { visit in
            let moves = try await ShowProcess(registry: registry)(as: visit.caller)
            return try visit.answer(ProcessView(moves, visit.w), in: nil)
        }
    }
}

/// The process as it is configured, for people to read.
struct ProcessView: PageView {
    static let template = "process"

    struct Stage: Encodable, Sendable {
        let name: String
        let meaning: String
        let next: [Next]
        let isEnd: Bool
    }

    struct Next: Encodable, Sendable {
        let name: String
        let source: String
    }

    let title: String
    let stages: [Stage]

    init(_ moves: [ProcessMove], _ w: Words) {
        title = w(Catalogue.process.title)
        stages = CaseStage.allCases.map { stage in
            let next = moves.filter { $0.from == stage }.map { Next(name: w($0.to.words), source: w($0.source)) }
            return Stage(name: w(stage.words), meaning: w(stage.meaning), next: next, isEnd: next.isEmpty)
        }
    }
}

extension CaseStage {
    var meaning: BilingualText {
        switch self {
        case .opened: Catalogue.process.opened
        case .admitted: Catalogue.process.admitted
        case .incubating: Catalogue.process.incubating
        case .graduated: Catalogue.process.graduated
        case .exited: Catalogue.process.exited
        }
    }
}
