/// Which record of the register a value was read from, so that a flag can point at it.
package struct SourceReference: Hashable, Sendable {
    /// What kind of record it is.
    package enum Kind: String, CaseIterable, Sendable {
        case organization, accounts, annualReport, activity, leadershipPost, charter, governanceBody, meeting, moneyControls
        case serviceBoundary, mentorAssignment, incubationCase, review, observation
    }

    package let kind: Kind
    /// The record's own key in the register, or the row of the file it was read from.
    package let id: Int64

    package init(kind: Kind, id: Int64) {
        self.kind = kind
        self.id = id
    }
}

extension SourceReference: CustomStringConvertible {
    package var description: String { "\(kind.rawValue) \(id)" }
}
