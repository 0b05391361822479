import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// | Method | Path                    | Use case                                |
/// |--------|-------------------------|-----------------------------------------|
/// | GET    | `/rubrics`              | `ListRubrics`                           |
/// | GET    | `/rubrics/{name}`       | `ShowRubric`: indicators                |
/// | GET    | `/rubrics/{name}/flags` | `ShowRubric`: flags                     |
struct RubricPages: PageSet {
    let registry: Registry

    static func address(of rubric: NamedRubric) -> String { address(key: rubric.key) }

    /// The rubric that a run was made by.
    static func address(of run: AssessmentRun) -> String { address(key: RubricLibrary.key(of: run.rubric, hash: run.rubricHash)) }

    static func address(of flag: String, in run: AssessmentRun) -> String { "\(address(of: run))/flags#\(PercentEncoding.encode(flag))" }

    private static func address(key: String) -> String { "\(SitePart.rules.path)/\(PercentEncoding.encode(key))" }

    func add(to routes: PermittedRoutes) {
        routes.page("/rubrics", .reading(.showRubric)) { visit in
            let rubrics = try await ListRubrics(registry: registry).inUse(as: visit.caller)
            return try visit.answer(RubricListView(rubrics, visit), in: .rules)
        }
        routes.page("/rubrics/{name}", .reading(.showRubric)) { visit in
            let rubric = try await ShowRubric(registry: registry)(visit.key("name"), as: visit.caller)
            return try visit.answer(RubricView(rubric, visit.w), in: .rules)
        }
        routes.page("/rubrics/{name}/flags", .reading(.showRubric)) { visit in
            let rubric = try await ShowRubric(registry: registry)(visit.key("name"), as: visit.caller)
            return try visit.answer(FlagRulesView(rubric, visit.w), in: .rules)
        }
    }
}

/// The rubrics that there are.
struct RubricListView: PageView {
    static let template = "rubrics"

    struct Row: Encodable, Sendable {
        let name: String
        let title: String
        let address: String
        let flags: String
        let validFrom: String
        let notes: String
    }

    let title: String
    let rows: [Row]
    let modelCard: String
    /// For whoever has an account.
    let versions: String?
    let calibrations: String?

    init(_ rubrics: [NamedRubric], _ visit: Visit) {
        let w = visit.w
        modelCard = ModelCardPages.path
        versions = visit.mayDo(.reading(.listRubrics)) ? RubricWorkPages.path : nil
        calibrations = visit.mayDo(.reading(.listCalibrations)) ? CalibrationPages.path : nil
        title = w(Catalogue.rubric.title)
        rows = rubrics.map { rubric in
            let address = RubricPages.address(of: rubric)
            return Row(
                name: rubric.rubric.id, title: w(rubric.rubric.title), address: address, flags: address + "/flags",
                validFrom: w(rubric.rubric.validFrom), notes: w(rubric.rubric.notes))
        }
    }
}
