import Access
import Appraisal
package import Incubation
import Store
import Values

/// How the estimates of a run lie in a district. It names nobody.
package struct EstimateDistribution: Hashable, Sendable {
    /// How many organizations there are in each equal part of 0 to 100 %.
    package let counts: [Int64]

    package var total: Int64 { counts.reduce(0, +) }

    /// The part in which an estimate falls.
    package func part(of probability: Double) -> Int {
        guard probability.isFinite, probability > 0 else { return 0 }
        return min(counts.count - 1, Int(min(probability, 1) * Double(counts.count)))
    }
}

/// Shows where an organization's estimate lies among those of its district.
package struct ShowDistribution: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: the distribution of a finished run, whoever of the district may be seen: counts alone leave it.
    package func callAsFunction(of number: OrganizationNumber, run: Int64, as caller: Caller) async throws -> EstimateDistribution {
        let admission = try await registry.admit(caller, to: .reading(.showDistribution), at: .organization(number))
        let statistics = admission.forCohorts(of: AreaCode(number.district.description))
        return try await registry.transaction(as: statistics) { transaction in
            let (runs, parts) = try await transaction.together(
                FindAssessmentRun(run, reaching: nil), SelectDistribution(run: run, district: number.district))
            guard !runs.isEmpty else { throw Refusal.notFound(.assessmentRun, String(run)) }
            var counts = [Int64](repeating: 0, count: SelectDistribution.parts)
            for row in parts where counts.indices.contains(Int(row.part)) {
                counts[Int(row.part)] = row.count
            }
            return EstimateDistribution(counts: counts)
        }
    }
}
