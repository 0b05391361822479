import Postgres
import Store
import Values

extension PostgresTransaction {
    /// What statements on an area's organizations need; nil for the whole register.
    ///
    /// - Throws: ``Refusal/areaUnknown(_:)``.
    func areaRoots(_ area: AreaCode?) async throws -> AreaRoots? {
        guard let area else { return nil }
        guard let roots = try await first(SelectAreaRoots(of: area)) else { throw Refusal.areaUnknown(area.text) }
        return roots
    }
}
