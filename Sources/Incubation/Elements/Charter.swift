package import Values

/// One version of a charter (活动章程).
package struct Charter: Hashable, Sendable {
    /// From 1 up.
    package var version: Int32
    package var adoptedOn: Day
    /// The day somebody last went through it; the adoption day counts.
    package var reviewedOn: Day?
    package var clauses: Set<CharterClause>
    package var adoption: AdoptionVote?

    package init(version: Int32, adoptedOn: Day, reviewedOn: Day? = nil, clauses: Set<CharterClause>, adoption: AdoptionVote? = nil) {
        self.version = version
        self.adoptedOn = adoptedOn
        self.reviewedOn = reviewedOn
        self.clauses = clauses
        self.adoption = adoption
    }

    /// The headings of the model charter that it lacks, in their order.
    package var missingClauses: [CharterClause] {
        CharterClause.allCases.filter { !clauses.contains($0) }
    }
}

/// The vote of the meeting that adopted a charter.
package struct AdoptionVote: Hashable, Sendable {
    package var entitled: Int32
    package var inFavour: Int32
    package var against: Int32
    package var abstained: Int32

    package init(entitled: Int32, inFavour: Int32, against: Int32, abstained: Int32) {
        self.entitled = entitled
        self.inFavour = inFavour
        self.against = against
        self.abstained = abstained
    }

    /// Whether the numbers can be true: none negative, and no more votes than people entitled.
    package var isPossible: Bool {
        let votes = [inFavour, against, abstained]
        return votes.allSatisfy { $0 >= 0 } && votes.reduce(Int64(0)) { $0 + Int64($1) } <= Int64(entitled)
    }
}

/// The headings of a model charter, from the registration regulations' lists of required content
/// (associations: nine items, private non-enterprise units: eight) and the questions assessors ask beyond them.
package enum CharterClause: String, CaseIterable, Hashable, Sendable {
    case nameAndDomicile
    case purpose
    case scopeAndArea
    case membership
    case bodies
    case leadersAndTerms
    case meetings
    case finance
    case assets
    case conflictOfInterest
    case amendment
    case terminationAndAssetDisposal
}
