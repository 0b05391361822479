package import Values

/// Where a piece of evidence stands in the register and from when to when the register said so.
///
/// An appraisal as of a day sees a record only if it was known on that day and not yet replaced by a corrected version of itself. A record that changes
/// is therefore two pieces of evidence: the old one with ``replacedOn``, the new one with its own ``knownOn``.
package struct RecordMark: Hashable, Sendable {
    package let source: SourceReference
    /// The first day on which the register held this record.
    package let knownOn: Day
    /// The day on which a newer version took its place; nil while it stands.
    package var replacedOn: Day?

    package init(source: SourceReference, knownOn: Day, replacedOn: Day? = nil) {
        self.source = source
        self.knownOn = knownOn
        self.replacedOn = replacedOn
    }

    /// Whether the register said so on that day.
    package func stands(on day: Day) -> Bool {
        guard knownOn <= day else { return false }
        guard let replacedOn else { return true }
        return replacedOn > day
    }
}

/// Evidence that knows since when the register holds it.
package protocol RecordedEvidence: Sendable {
    var record: RecordMark { get }
}
