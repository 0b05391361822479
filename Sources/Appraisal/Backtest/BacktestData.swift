package import Values

/// A foreign data set as evidence and scoring dates.
package struct BacktestData: Sendable {
    package let layout: BacktestLayout
    /// One per organization, in the order of their table.
    package let evidence: [Evidence]
    /// Keys of the organizations in their own register, in the same order.
    package let organizationKeys: [String]
    package let landmarks: [Landmark]

    /// One scoring date of one organization.
    package struct Landmark: Sendable {
        /// Position in the layout's tasks.
        package let task: Int
        /// Position in the evidence.
        package let organization: Int
        /// What names the landmark in the answer, as it stands in the table.
        package let key: String
        package let day: Day
        /// Whether the organization had left within each horizon; nil when not known.
        package let outcomes: Outcomes
    }

    /// What became of an organization after a landmark.
    package struct Outcomes: Hashable, Sendable {
        package var months12: Bool?
        package var months24: Bool?
        package var months36: Bool?

        package init(months12: Bool? = nil, months24: Bool? = nil, months36: Bool? = nil) {
            self.months12 = months12
            self.months24 = months24
            self.months36 = months36
        }

        package subscript(_ horizon: Horizon) -> Bool? {
            switch horizon {
            case .months12: months12
            case .months24: months24
            case .months36: months36
            }
        }
    }

    /// Whether any landmark of a task says what became of the organization.
    package func hasOutcomes(task: Int, horizon: Horizon) -> Bool {
        landmarks.contains { $0.task == task && $0.outcomes[horizon] != nil }
    }
}
