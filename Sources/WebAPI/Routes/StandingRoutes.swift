import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// What assessments say in the course of time, beside others of the kind, and with other values.
///
/// | Method | Path                                          | Use case            |
/// |--------|-----------------------------------------------|---------------------|
/// | GET    | `/assessment-runs/{run}/changes`              | `CompareRuns`       |
/// | GET    | `/organizations/{number}/assessment/remedies` | `ExplainAssessment` |
/// | GET    | `/organizations/{number}/assessment/cohort`   | `CompareWithCohort` |
/// | GET    | `/organizations/{number}/trend`               | `ShowTrend`         |
/// | GET    | `/organizations/{number}/what-if`             | `TryWhatIf`         |
struct StandingRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/assessment-runs/{run}/changes", .reading(.compareRuns), changes)
        router.organizationAPI(.get, "/assessment/remedies", .reading(.explainAssessment)) { request, context, number in
            let run = try QueryFields.read(request) { (query) throws(Refusal) in try query.run() }
            return .value(try await ExplainAssessment(registry: registry)(number, run: run, as: context.caller), for: request)
        }
        router.organizationAPI(.get, "/assessment/cohort", .reading(.compareWithCohort)) { request, context, number in
            let run = try QueryFields.read(request) { (query) throws(Refusal) in try query.run() }
            return .value(try await CompareWithCohort(registry: registry)(number, run: run, as: context.caller), for: request)
        }
        router.organizationAPI(.get, "/trend", .reading(.showTrend)) { request, context, number in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            let found = try await ShowTrend(registry: registry)(number, page: page, as: context.caller)
            return .page(Page(items: found.items.map(TrendRow.init), next: found.next), for: request)
        }
        router.organizationAPI(.get, "/what-if", .reading(.tryWhatIf), whatIf)
    }

    @Sendable private func changes(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let newer = try context.number("run", of: .assessmentRun)
        let (older, page) = try QueryFields.read(request) { (query) throws(Refusal) -> (Int64, PageRequest) in
            guard let since = try query.run("since") else { throw .missing(field: "since") }
            return (since, try query.page())
        }
        let found = try await CompareRuns(registry: registry)(older, newer, page: page, as: context.caller)
        return .json(taggedFor: request, headers: NextPage.headers(after: found.page.next, of: request)) { json in
            json.object { json in
                json.member("before", found.before)
                json.member("after", found.after)
                json.members("items", found.page.items)
                json.member("next", found.page.next)
            }
        }
    }

    @Sendable private func whatIf(_ request: Request, _ context: ServiceContext, _ number: OrganizationNumber) async throws -> Response {
        let (settings, asOf, name) = try QueryFields.read(request) { (query) throws(Refusal) -> ([IndicatorSetting], Day?, String?) in
            (
                try query.settings("set"), try query.value("asOf", expected: FieldWords.day) { Day(iso: $0) }, query.text("rubric")
            )
        }
        var rubric: NamedRubric?
        if let name { rubric = try await ShowRubric(registry: registry)(name, as: context.caller) }
        let result = try await TryWhatIf(registry: registry)(
            number, settings: settings, asOf: asOf ?? registry.today, rubric: rubric, as: context.caller)
        return .value(result, for: request)
    }
}

extension QueryFields {
    /// Other values of indicators, `FN-01=3,LT-04=2`.
    fileprivate mutating func settings(_ name: String) throws(Refusal) -> [IndicatorSetting] {
        let expected = BilingualText(
            zh: "指标=数值，以逗号分隔，如 FN-01=3,LT-04=2", en: "INDICATOR=VALUE with commas between, such as FN-01=3,LT-04=2")
        let settings = try value(name, expected: expected) { text -> [IndicatorSetting]? in
            let parts = text.parts(between: ",")
            let settings = parts.compactMap { part -> IndicatorSetting? in
                let pair = part.parts(between: "=", most: 2)
                guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else { return nil }
                return IndicatorSetting(indicator: pair[0], value: pair[1])
            }
            return settings.count == parts.count ? settings : nil
        }
        guard let settings else { throw .missing(field: name) }
        return settings
    }
}
