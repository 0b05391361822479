package import Values

/// What is known of organizations that are appraised together, as of a day, with their accounts in columns.
///
/// A place in it is the organization's place in the list of which it is a part.
package struct EvidenceBatch: Sendable {
    package let evidence: ArraySlice<Evidence>
    package let asOf: Day
    let accounts: AccountsColumns

    package init(_ evidence: ArraySlice<Evidence>, asOf: Day) {
        self.evidence = evidence
        self.asOf = asOf
        accounts = AccountsColumns(evidence, asOf: asOf)
    }

    /// How many organizations are best appraised together: few enough for what is worked out of them to stay in the processor's cache.
    static let partSize = 352

    /// The batch in parts of the best size.
    package var parts: [Range<Int>] {
        stride(from: evidence.startIndex, to: evidence.endIndex, by: Self.partSize).map { $0..<min($0 + Self.partSize, evidence.endIndex) }
    }
}
