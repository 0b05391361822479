import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// All below `/organizations/{number}`.
///
/// | Method | Path          | Use case            |
/// |--------|---------------|---------------------|
/// | GET    | `/assessment` | `ExplainAssessment` |
/// | GET    | `/what-if`    | `TryWhatIf`         |
struct AssessmentPages: PageSet {
    let registry: Registry

    func add(to routes: PermittedRoutes) {
        routes.organizationPage("/assessment", .reading(.explainAssessment)) { visit, number in
            let run = try visit.query.value("run", expected: Catalogue.flagged.run) { Int64($0).flatMap { $0 > 0 ? $0 : nil } }
            let found = try await ExplainAssessment(registry: registry)(number, run: run, as: visit.caller)
            let rubric = try await ShowRubric(registry: registry)(found.run.rubricHash, as: visit.caller)
            return try visit.answer(ExplanationView(found, rubric.rubric, visit.w), in: .organizations)
        }
        routes.organizationPage("/what-if", .reading(.tryWhatIf), whatIf)
    }

    /// Works out again what the newest run found, with the values that the address names.
    @Sendable private func whatIf(_ visit: Visit, _ number: OrganizationNumber) async throws -> Response {
        let newest = try await permitted { try await ExplainAssessment(registry: registry)(number, run: nil, as: visit.caller) }
        let show = ShowRubric(registry: registry)
        let rubric =
            if let newest { try await show(newest.run.rubricHash, as: visit.caller) } else { try await show.inForce(as: visit.caller) }
        let day = newest?.run.asOf ?? registry.today
        let codes = Set(rubric.rubric.indicators.map(\.code))
        let typed = visit.query.pairs.filter { codes.contains($0.name) && !$0.value.trimmed.isEmpty }
        let settings = typed.map { IndicatorSetting(indicator: $0.name, value: $0.value.trimmed) }
        let tryOut = TryWhatIf(registry: registry)
        do {
            let result = try await tryOut(number, settings: settings, asOf: day, rubric: rubric, as: visit.caller)
            return try visit.answer(WhatIfView(result, typed: typed, fault: nil, visit.w), in: .organizations)
        } catch let refusal as Refusal where refusal.sort == .invalid && !settings.isEmpty {
            // What was typed stays; the result is that without it.
            let result = try await tryOut(number, settings: [], asOf: day, rubric: rubric, as: visit.caller)
            return try visit.answer(
                WhatIfView(result, typed: typed, fault: refusal, visit.w), in: .organizations, status: .unprocessableContent)
        }
    }
}
