package import Incubation
import Store
package import Values

/// An organization whose status a trial changed.
package struct RubricTrialChange: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let asOf: Day
    package let statusBefore: String
    package let statusAfter: String
    /// Parts of the log-odds that differ, the largest difference first, and by how much.
    package let parts: [String]
    package let logOdds: [Double]
    package let flagsRaised: [String]
    package let flagsCleared: [String]
}

extension RubricTrialChange {
    init(_ row: RubricTrialChangeRow) {
        self.init(
            organization: row.organization, name: row.name, englishName: row.englishName, asOf: row.asOf, statusBefore: row.statusBefore,
            statusAfter: row.statusAfter, parts: row.parts, logOdds: row.logOdds, flagsRaised: row.flagsRaised,
            flagsCleared: row.flagsCleared)
    }
}
