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
    package var description: String { kind.rawValue + " " + String(id) }

    /// Reads what ``description`` writes; nil for anything else.
    package init?(description: String) {
        let parts = description.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let id = Int64(parts[1]) else { return nil }
        self.init(kind: kind, id: id)
    }
}
