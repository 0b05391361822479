package import Values

/// An intervention as it is kept.
package struct RecordedIntervention: Hashable, Sendable {
    package let number: Int32
    package let intervention: Intervention
    /// By the name in the audit.
    package let recordedBy: String
    package let recordedOn: Day

    package init(number: Int32, intervention: Intervention, recordedBy: String, recordedOn: Day) {
        self.number = number
        self.intervention = intervention
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }
}
