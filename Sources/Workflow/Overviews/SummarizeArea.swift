import Access
package import Appraisal
package import Incubation
import Postgres
import Store
package import Values

/// An area at a glance: its organizations counted in several ways, and the areas directly below it.
package struct AreaSummary: Sendable {
    /// nil for the whole register.
    package let place: AreaInPlace?
    /// The run whose findings are counted; nil where there is none.
    package let run: AssessmentRun?
    /// Whether organizations that were assessed anew since the run are counted as they are now.
    package let isCurrent: Bool
    package let legalStatuses: [LegalStatus: Int64]
    /// nil counts those whose category nobody has decided.
    package let categories: [OrganizationCategory?: Int64]
    /// nil counts those without a case.
    package let stages: [CaseStage?: Int64]
    package let statuses: [Status: Int64]
    /// By the worst flag; nil counts those without a flag.
    package let severities: [FlagRule.Severity?: Int64]
    /// The flags that most organizations have, the commonest first.
    package let flags: [(code: String, count: Int64)]
    package let parts: [AreaPart]

    package var organizations: Int64 { legalStatuses.values.reduce(0, +) }
}

/// An area directly below another, and what its organizations come to.
package struct AreaPart: Hashable, Sendable {
    package let area: Area
    package let organizations: Int64
    package let unsustainable: Int64
    package let watch: Int64
    package let stable: Int64
    package let incomplete: Int64
    package let inIncubation: Int64
}

/// Counts an area's organizations.
package struct SummarizeArea: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - area: nil for the whole register.
    ///   - run: nil for the newest finished run that reaches the area, with what was assessed anew since, as ``ListFlagged`` shows it; one that is named is
    ///     counted as it was.
    /// - Throws: ``Refusal/areaUnknown(_:)``; ``Refusal/notFound(_:_:)`` for a run that is named and that there is not.
    package func callAsFunction(_ area: AreaCode?, run: Int64?, as caller: Caller) async throws -> AreaSummary {
        try await registry.longReading(.summarizeArea, of: area.map { .area($0) } ?? .nation, as: caller) { transaction in
            let roots = try await transaction.areaRoots(area)
            let (place, newest) = try await transaction.placeAndRun(area, run)
            if let run, newest == nil { throw Refusal.notFound(.assessmentRun, String(run)) }
            let isCurrent = run == nil
            var refreshes: [Int64] = []
            if isCurrent, let newest { refreshes = try await transaction.all(SelectRefreshRuns(since: newest.run)) }
            let runs = CountedRuns(run: newest?.run, refreshes: refreshes)
            let (counts, tallies) = try await transaction.together(
                SelectAreaCounts(in: roots, runs: runs), SelectPartTallies(below: area, runs: runs))
            let areas = try await transaction.all(SelectAreasWithAncestors(of: tallies.map(\.area)))
            return AreaSummary(place, newest, isCurrent: isCurrent, counts, tallies, areas, today: registry.today)
        }
    }
}

extension PostgresTransaction {
    /// Where an area lies, and a finished run: the newest that reaches the area where none is named.
    fileprivate func placeAndRun(_ area: AreaCode?, _ run: Int64?) async throws -> (place: AreaInPlace?, run: AssessmentRun?) {
        guard let area else { return (nil, try await first(FindAssessmentRun(run, reaching: nil))) }
        let (areas, ancestors, runs) = try await together(
            FindArea(code: area), SelectAncestors(of: area), FindAssessmentRun(run, reaching: run == nil ? area : nil))
        return (areas.first.map { AreaInPlace(area: $0, ancestors: ancestors) }, runs.first)
    }
}

extension AreaSummary {
    fileprivate init(
        _ place: AreaInPlace?, _ run: AssessmentRun?, isCurrent: Bool, _ counts: [(by: String, key: String, count: Int64)],
        _ tallies: [AreaTally], _ areas: [Area], today: Day
    ) {
        func counted<Key: Hashable>(_ by: CountedBy, _ key: (String) -> Key) -> [Key: Int64] {
            counts.filter { $0.by == by.rawValue }.reduce(into: [:]) { $0[key($1.key), default: 0] += $1.count }
        }
        self.place = place
        self.run = run
        self.isCurrent = isCurrent
        legalStatuses = counted(.legalStatus) { LegalStatus(rawValue: $0) ?? .idea }
        categories = counted(.category) { OrganizationCategory(rawValue: $0) }
        stages = counted(.stage) { CaseStage(rawValue: $0) }
        statuses = counted(.status) { Status(rawValue: $0) ?? .incomplete }
        severities = counted(.severity) { FlagRule.Severity(rawValue: $0) }
        flags = counts.filter { $0.by == CountedBy.flag.rawValue }.map { ($0.key, $0.count) }
        let byCode = Dictionary(uniqueKeysWithValues: areas.map { ($0.code, $0) })
        // A retired area is shown as long as somebody still lies in it.
        parts = tallies.compactMap { tally in
            guard let area = byCode[tally.area], area.isValid(on: today) || tally.organizations > 0 else { return nil }
            return AreaPart(
                area: area, organizations: tally.organizations, unsustainable: tally.unsustainable, watch: tally.watch,
                stable: tally.stable, incomplete: tally.incomplete, inIncubation: tally.inIncubation)
        }
    }
}
