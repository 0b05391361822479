/// How the organizations of a kind in a district stand in a run.
package struct CohortOfRun: Hashable, Sendable {
    package let organizations: Int64
    package let unsustainable: Int64
    package let watched: Int64
    package let stable: Int64
    package let incomplete: Int64
    /// Quarters of the probability within 24 months among those for whom it is shown; nil without any.
    package let probabilityQuarters: [Double]?
    package let pointQuarters: [Double]?
    /// Share of the cohort with fewer points than the organization, equal ones counting half.
    package let pointsBelow: Double?

    package init(
        organizations: Int64, unsustainable: Int64, watched: Int64, stable: Int64, incomplete: Int64, probabilityQuarters: [Double]?,
        pointQuarters: [Double]?, pointsBelow: Double?
    ) {
        self.organizations = organizations
        self.unsustainable = unsustainable
        self.watched = watched
        self.stable = stable
        self.incomplete = incomplete
        self.probabilityQuarters = probabilityQuarters
        self.pointQuarters = pointQuarters
        self.pointsBelow = pointsBelow
    }
}
