import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// | Method | Path                    | Use case                                |
/// |--------|-------------------------|-----------------------------------------|
/// | GET    | `/rubrics`              | `showRubric`: rubrics are compiled in   |
/// | GET    | `/rubrics/{name}`       | the same: indicators                    |
/// | GET    | `/rubrics/{name}/flags` | the same: flags                         |
struct RubricPages: PageSet {
    init(registry _: Registry) {}

    static func address(of flag: String, in rubric: String) -> String {
        "\(SitePart.rules.path)/\(PercentEncoding.encode(rubric))/flags#\(PercentEncoding.encode(flag))"
    }

    func add(to routes: PermittedRoutes) {
        routes.page("/rubrics", .reading(.showRubric)) { visit in
            let rubrics = try RubricLibrary.names.map { try RubricLibrary.named($0) }
            return try visit.answer(RubricListView(rubrics, visit.w), in: .rules)
        }
        routes.page("/rubrics/{name}", .reading(.showRubric)) { visit in
            let rubric = try RubricLibrary.named(visit.key("name"))
            return try visit.answer(RubricView(rubric, visit.w), in: .rules)
        }
        routes.page("/rubrics/{name}/flags", .reading(.showRubric)) { visit in
            let rubric = try RubricLibrary.named(visit.key("name"))
            return try visit.answer(FlagRulesView(rubric, visit.w), in: .rules)
        }
    }
}

/// The rubrics that there are.
struct RubricListView: PageView {
    static let template = "rubrics"

    struct Row: Sendable {
        let name: String
        let title: String
        let address: String
        let flags: String
        let validFrom: String
        let notes: String
    }

    let title: String
    let rows: [Row]

    init(_ rubrics: [NamedRubric], _ w: Words) {
        title = w(Catalogue.rubric.title)
        rows = rubrics.map { rubric in
            let address = "\(SitePart.rules.path)/\(PercentEncoding.encode(rubric.rubric.id))"
            return Row(
                name: rubric.rubric.id, title: w(rubric.rubric.title), address: address, flags: address + "/flags",
                validFrom: w(rubric.rubric.validFrom), notes: w(rubric.rubric.notes))
        }
    }
}
