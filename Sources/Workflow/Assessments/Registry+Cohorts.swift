import Store
import Values

extension Registry {
    /// What statements on an area's organizations need; nil for the whole register.
    ///
    /// - Throws: ``Refusal/areaUnknown(_:)``.
    func areaRoots(_ area: AreaCode?, as admission: Admission) async throws -> AreaRoots? {
        guard area != nil else { return nil }
        return try await transaction(as: admission) { try await $0.areaRoots(area) }
    }
}

extension AreaCode {
    /// The district that the area lies in, or the area itself above that level: cohorts are always those of whole districts.
    var cohortArea: AreaCode { district.flatMap { AreaCode($0.description) } ?? self }
}
