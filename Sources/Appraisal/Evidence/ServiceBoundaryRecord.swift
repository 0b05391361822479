import Values

/// One version of an organization's service boundary.
package struct ServiceBoundaryRecord: RecordedEvidence {
    package let record: RecordMark
    package var statesArea: Bool
    package var statesPopulation: Bool
    package var statesServices: Bool
    package var statesLimits: Bool
    /// How many people it means to serve; nil when not stated.
    package var targetPopulation: Int?

    package init(
        record: RecordMark, statesArea: Bool, statesPopulation: Bool, statesServices: Bool, statesLimits: Bool, targetPopulation: Int? = nil
    ) {
        self.record = record
        self.statesArea = statesArea
        self.statesPopulation = statesPopulation
        self.statesServices = statesServices
        self.statesLimits = statesLimits
        self.targetPopulation = targetPopulation
    }
}
