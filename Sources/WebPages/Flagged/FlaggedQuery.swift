import Appraisal
import Incubation
import Values
import Workflow

/// What the list of flagged organizations is asked for, as its address says it.
struct FlaggedQuery: Sendable {
    let run: Int64?
    /// Whether those that were assessed anew since the run are shown as they are now: where nobody chose a run, and on further pages of such a list.
    let isCurrent: Bool
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
        isCurrent = run == nil || query.text(Self.current) != nil
        status = try query.code("status", Status.self)
        severity = try query.code("severity", FlagRule.Severity.self)
        category = try query.code("category", OrganizationCategory.self)
        flag = query.text("flag")
        order = try query.code("order", FlaggedOrder.self) ?? .risk
        area = try await AreaChoice(query.text("area"), registry: registry, as: visit.caller)
    }

    /// The parameter that says so beside a run.
    static let current = "current"

    /// The run that somebody chose.
    var chosenRun: Int64? { isCurrent ? nil : run }

    /// What leads to more of the same list, whatever run is the newest by then.
    func kept(_ run: Int64) -> [String: String?] { ["run": String(run), Self.current: isCurrent ? "yes" : nil] }

    var filter: FlaggedFilter { FlaggedFilter(status: status, severity: severity, flag: flag) }
}
