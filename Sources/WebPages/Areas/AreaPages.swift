import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                       | Use case         |
/// |--------|----------------------------|------------------|
/// | GET    | `/areas`                   | `SummarizeArea`  |
/// | GET    | `/areas/{code}`            | `SummarizeArea`  |
/// | GET    | `/areas/{code}/boundaries` | `ListBoundaries` |
struct AreaPages: PageSet {
    let registry: Registry

    static func address(of code: AreaCode) -> String { "\(SitePart.areas.path)/\(PercentEncoding.encode(code.text))" }

    func add(to routes: PermittedRoutes) {
        routes.page("/areas", .reading(.summarizeArea)) { visit in
            // A person who looks for an area by name is led to its page.
            if let written = visit.query.text("area") {
                let choice = try await AreaChoice(written, registry: registry, as: visit.caller)
                if let code = choice.code { return visit.redirect(to: Self.address(of: code)) }
                return try await answer(nil, AreaFieldView(choice, typed: written, visit), visit)
            }
            return try await answer(nil, AreaFieldView(.none, typed: nil, visit), visit)
        }
        routes.page("/areas/{code}", .reading(.summarizeArea)) { visit in
            try await answer(try visit.areaCode(), AreaFieldView(.none, typed: nil, visit), visit)
        }
        routes.page("/areas/{code}/boundaries", .reading(.listBoundaries), boundaries)
    }

    private func answer(_ code: AreaCode?, _ field: AreaFieldView, _ visit: Visit) async throws -> Response {
        let run = try visit.query.value("run", expected: Catalogue.flagged.run) { Int64($0).flatMap { $0 > 0 ? $0 : nil } }
        let summary = try await SummarizeArea(registry: registry)(code, run: run, as: visit.caller)
        let hash = summary.run?.rubricHash
        let rubric = if let hash { try await ShowRubric(registry: registry)(hash, as: visit.caller) } else { NamedRubric?.none }
        return try visit.answer(AreaView(summary, field, rubric?.rubric, visit), in: .areas)
    }

    @Sendable private func boundaries(_ visit: Visit) async throws -> Response {
        let code = try visit.areaCode()
        let place = try await ShowArea(registry: registry)(code, as: visit.caller)
        let parts = try await ListAreas(registry: registry)(AreaFilter(parent: code), page: PageRequest(size: 500), as: visit.caller).items
        let served = try await ListBoundaries(registry: registry)(in: code, as: visit.caller)
        return try visit.answer(BoundaryMatrixView(place, parts, served, today: registry.today, visit.w), in: .areas)
    }
}

extension Visit {
    /// The area that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no code as well: there is no such area.
    func areaCode() throws(Refusal) -> AreaCode {
        let text = key("code")
        guard let code = AreaCode(text) else { throw .notFound(.area, text) }
        return code
    }
}
