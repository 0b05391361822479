package import Values

/// The value of an indicator that somebody measured elsewhere and handed in, with its day and source.
///
/// Reviewers' marks and the snapshots of other systems enter this way; what the register can work out from its own records it does.
package struct Observation: Hashable, Sendable {
    /// The indicator's code, such as `AP-01`.
    package var indicator: String
    package var observedOn: Day
    package var value: Double
    package var source: String

    package init(indicator: String, observedOn: Day, value: Double, source: String) {
        self.indicator = indicator
        self.observedOn = observedOn
        self.value = value
        self.source = source
    }
}
