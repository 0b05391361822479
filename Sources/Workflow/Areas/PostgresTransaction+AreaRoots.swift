import Postgres
import Store
import Values

extension PostgresTransaction {
    /// What statements on an area's organizations need; nil for the whole register. Looked up once for all readings of one answer.
    ///
    /// - Throws: ``Refusal/areaUnknown(_:)``.
    func areaRoots(_ area: AreaCode?) async throws -> AreaRoots? {
        guard let area else { return nil }
        if let known = OneReading.current?.roots(of: area) { return known }
        guard let roots = try await first(SelectAreaRoots(of: area)) else { throw Refusal.areaUnknown(area.text) }
        OneReading.current?.note(roots, of: area)
        return roots
    }
}
