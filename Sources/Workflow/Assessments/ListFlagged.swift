import Access
package import Appraisal
package import Incubation
import Postgres
import Store
package import Values

/// A page of flagged organizations and the run that it belongs to.
package struct FlaggedPage: Sendable {
    package let run: AssessmentRun
    package let page: Page<StoredAssessment>
}

/// Lists the organizations of a run that have a flag, the worst first.
package struct ListFlagged: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - run: nil for the newest finished run that reaches the area, or what the caller may see where no area is named.
    ///   - isCurrent: whether those that were assessed anew since are shown as they are now; nil where no run is named.
    package func callAsFunction(
        run: Int64?, isCurrent: Bool? = nil, area: AreaCode?, filter: FlaggedFilter = FlaggedFilter(),
        category: OrganizationCategory? = nil, order: FlaggedOrder = .risk, page: PageRequest, as caller: Caller
    ) async throws -> FlaggedPage {
        let after = try page.key(FlaggedKey.init(cursor:))
        let admission = try await registry.admit(caller, to: .reading(.listFlagged), at: area.map { .area($0) } ?? .anywhere)
        return try await registry.transaction(as: admission) { transaction in
            let areas = try await transaction.areaRoots(area)
            let found = try await transaction.assessmentRun(run, reaching: area ?? admission.area)
            let refreshes = isCurrent ?? (run == nil) ? try await transaction.all(SelectRefreshRuns(since: found.run)) : []
            let rows = try await transaction.all(
                SelectFlagged(
                    run: found.run, refreshes: refreshes, areas: areas, filter: filter, category: category, order: order, after: after,
                    limit: page.size + 1))
            let part = Page(reading: rows, size: page.size) {
                FlaggedKey(value: order.value(of: $0), points: $0.points, number: $0.organization).cursor
            }
            return FlaggedPage(run: found, page: Page(items: try await transaction.read(part.items), next: part.next))
        }
    }
}

/// Lists the runs, the newest first.
package struct ListRuns: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(page: PageRequest, as caller: Caller) async throws -> Page<AssessmentRun> {
        let before = try page.key { Int64($0) }
        let rows = try await registry.all(
            SelectAssessmentRuns(before: before ?? .max, limit: page.size + 1),
            as: registry.admit(caller, to: .reading(.listRuns), at: .anywhere))
        return Page(reading: rows, size: page.size) { String($0.run) }
    }
}

extension PostgresTransaction {
    /// A finished run, the newest one where none is named.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func assessmentRun(_ run: Int64?, reaching area: AreaCode? = nil) async throws -> AssessmentRun {
        guard let found = try await first(FindAssessmentRun(run, reaching: run == nil ? area : nil)) else {
            throw Refusal.notFound(.assessmentRun, run.map(String.init) ?? "")
        }
        return found
    }
}

extension FlaggedKey {
    /// Reads `0.25/12/320613-42`; a value that is not known is left empty.
    init?(cursor: String) {
        let parts = cursor.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let points = Int32(parts[1]), points >= 0, let number = OrganizationNumber(parts[2]) else { return nil }
        let value = parts[0].isEmpty ? nil : Double(parts[0])
        guard parts[0].isEmpty || value.map({ (0...1_000_000).contains($0) }) == true else { return nil }
        self.init(value: value, points: points, number: number)
    }

    var cursor: String { "\(value?.description ?? "")/\(points)/\(number)" }
}
