import Appraisal
import Incubation
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

    /// How many organizations are read together.
    private static let pageSize = 1000

    /// Where amounts lie among organizations of the same kind in the same district, as of a day.
    /// - Parameter areas: nil for the whole register.
    func cohorts(asOf: Day, areas: AreaRoots?, as admission: Admission) async throws -> CohortIndex {
        var builder = CohortIndex.Builder(asOf: asOf)
        try await amounts(asOf: asOf, areas: areas, after: (0, 0), as: admission) { page, evidence in
            for one in evidence { builder.add(one) }
            return page.count == Self.pageSize
        }
        return builder.build()
    }

    /// The same for one district alone.
    func cohorts(asOf: Day, district: District, as admission: Admission) async throws -> CohortIndex {
        var builder = CohortIndex.Builder(asOf: asOf)
        try await amounts(asOf: asOf, areas: nil, after: (district.rawValue, 0), as: admission) { page, evidence in
            for (organization, one) in zip(page, evidence) where organization.district == district { builder.add(one) }
            return page.count == Self.pageSize && page.last?.district == district
        }
        return builder.build()
    }

    /// Reads what cohorts are made of, page by page, until there is no more or `body` has had enough.
    private func amounts(
        asOf: Day, areas: AreaRoots?, after first: (district: Int64, serial: Int64), as admission: Admission,
        _ body: ([AssessedOrganization], [Evidence]) -> Bool
    ) async throws {
        let reader = EvidenceReader(asOf: asOf)
        var after = first
        while true {
            let from = after
            let (page, evidence) = try await longTransaction(as: admission) { transaction in
                let page = try await transaction.all(
                    SelectAssessedOrganizations(asOf: asOf, areas: areas, after: from, limit: Self.pageSize))
                return (page, try await reader.amounts(of: page, in: transaction))
            }
            guard body(page, evidence), let last = page.last else { return }
            after = (last.district.rawValue, last.serial)
        }
    }
}

extension AreaCode {
    /// The district that the area lies in, or the area itself above that level: cohorts are always those of whole districts.
    var cohortArea: AreaCode { district.flatMap { AreaCode($0.description) } ?? self }
}
