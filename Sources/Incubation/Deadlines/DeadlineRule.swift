package import Values

/// How long one kind of thing may wait in an area, for whom it waits, and where that is written.
package struct DeadlineRule: Hashable, Sendable {
    /// How sure a rule is.
    package enum Certainty: String, CaseIterable, Hashable, Sendable {
        /// The text of the law was read.
        case textRead
        /// A summary, a local notice or an excerpt was.
        case secondarySource
        case memory
        /// A design of this register.
        case design
        case assumed
    }

    /// Which version of which rule, as an item names it.
    package struct Reference: Hashable, Sendable {
        /// Where the rule holds; nil for the nation.
        package let jurisdiction: AreaCode?
        /// From 1 up.
        package let version: Int64

        package init(jurisdiction: AreaCode?, version: Int64) {
            self.jurisdiction = jurisdiction
            self.version = version
        }
    }

    package let kind: PendingKind
    package let reference: Reference
    package let terms: DeadlineTerms
    package let owner: ResponsibleRole
    package let escalatesTo: ResponsibleRole
    /// Whether what waits is settled when the incubation case ends.
    package let endsWithCase: Bool
    package let certainty: Certainty
    package let source: BilingualText
    /// Nil where nobody noted when it began.
    package let validFrom: Day?
    /// The last day; nil without an end.
    package let validUntil: Day?

    package init(
        kind: PendingKind, reference: Reference, terms: DeadlineTerms, owner: ResponsibleRole, escalatesTo: ResponsibleRole,
        endsWithCase: Bool, certainty: Certainty, source: BilingualText, validFrom: Day? = nil, validUntil: Day? = nil
    ) {
        self.kind = kind
        self.reference = reference
        self.terms = terms
        self.owner = owner
        self.escalatesTo = escalatesTo
        self.endsWithCase = endsWithCase
        self.certainty = certainty
        self.source = source
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    fileprivate func holds(in area: AreaCode, on day: Day) -> Bool {
        guard validFrom.map({ $0 <= day }) ?? true, validUntil.map({ day <= $0 }) ?? true else { return false }
        // Rules are made for divisions, whose codes are the beginnings of the codes inside.
        return reference.jurisdiction.map { area.text.utf8.starts(with: $0.text.utf8) } ?? true
    }
}

extension Sequence<DeadlineRule> {
    /// Of the rules of one kind, the one that counts in an area for what begins on a day: that of the smallest area around it, of its versions the highest.
    package func inForce(in area: AreaCode, on day: Day) -> DeadlineRule? {
        filter { $0.holds(in: area, on: day) }.max { $0.rank < $1.rank }
    }
}

extension DeadlineRule {
    fileprivate var rank: (Int, Int64) { (reference.jurisdiction?.digitCount ?? 0, reference.version) }
}
