import Access
import HTTPSupport
import Hummingbird
import Workflow

/// | Method | Path          | Use case        |
/// |--------|---------------|-----------------|
/// | GET    | `/model-card` | `ShowModelCard` |
struct ModelCardPages: PageSet {
    let registry: Registry
    static let path = "/model-card"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.showRubric)) { visit in
            let found = try await ShowModelCard(registry: registry)(as: visit.caller)
            return try visit.answer(ModelCardView(found, visit), in: .rules)
        }
    }
}
