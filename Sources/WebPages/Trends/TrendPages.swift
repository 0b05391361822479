import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                            | Use case                                         |
/// |--------|---------------------------------|--------------------------------------------------|
/// | GET    | `/organizations/{number}/trend` | `ShowTrend`; `ExplainAssessment` and `ShowRubric` |
struct TrendPages: PageSet {
    let registry: Registry
    private static let path = "/trend"
    private static let pageSize = 12

    static func address(of number: OrganizationNumber) -> String { OrganizationPages.address(of: number) + path }

    func add(to routes: PermittedRoutes) {
        routes.organizationPage(Self.path, .reading(.showTrend)) { visit, number in
            let show = ShowTrend(registry: registry)
            let organization = try await ShowOrganization(registry: registry)(number, as: visit.caller).organization
            let points = try await show(number, as: visit.caller)
            let steps = try await show.steps(number, page: try visit.page(size: Self.pageSize), as: visit.caller)
            let newest = try await permitted { try await ExplainAssessment(registry: registry)(number, run: nil, as: visit.caller) }
            var rubrics: [String: Rubric] = [:]
            for hash in Set(steps.items.map(\.assessment.rubricHash)) {
                rubrics[hash] = try await ShowRubric(registry: registry)(hash, as: visit.caller).rubric
            }
            let view = TrendView(organization, points, steps, rubrics, watchLine: newest?.remedies?.watchLine, visit)
            return try visit.answer(view, in: .organizations)
        }
    }
}
