package import Values

/// A value of an indicator that was recorded ready-made, as foreign registers deliver it. It is used where the organization's records do not yield one.
package struct Observation: RecordedEvidence {
    package let record: RecordMark
    /// Code of the indicator in the rubric, such as `LT-04`.
    package var indicator: String
    package var observedOn: Day
    package var value: Double

    package init(record: RecordMark, indicator: String, observedOn: Day, value: Double) {
        self.record = record
        self.indicator = indicator
        self.observedOn = observedOn
        self.value = value
    }
}
