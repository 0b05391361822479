import Appraisal
import Incubation
import Values
import Workflow

/// What the list of flagged organizations is asked for, as its address says it.
struct FlaggedQuery: Sendable {
    let run: Int64?
    let area: AreaChoice
    let status: Status?
    /// This or worse.
    let severity: FlagRule.Severity?
    let flag: String?
    let category: OrganizationCategory?
    let order: FlaggedOrder

    init(_ visit: Visit, registry: Registry) async throws {
        let query = visit.query
        run = try query.value("run", expected: Catalogue.flagged.run) { Int64($0).flatMap { $0 > 0 ? $0 : nil } }
        status = try query.code("status", Status.self)
        severity = try query.code("severity", FlagRule.Severity.self)
        category = try query.code("category", OrganizationCategory.self)
        flag = query.text("flag")
        order = try query.code("order", FlaggedOrder.self) ?? .risk
        area = try await AreaChoice(query.text("area"), registry: registry, as: visit.caller)
    }

    var filter: FlaggedFilter { FlaggedFilter(status: status, severity: severity, flag: flag) }

    var isNarrowed: Bool { filter != FlaggedFilter() || category != nil || area.code != nil || !area.isClear }
}
