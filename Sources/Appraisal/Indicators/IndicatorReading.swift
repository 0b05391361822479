/// Whether an indicator has a value on a day, and if not, why. Unknown is never good: it is neither 0 nor the best value.
package enum IndicatorState: String, CaseIterable, Sendable {
    /// There is a value.
    case observed
    /// It could not be expected yet, for example a change over two years in the first year.
    case notYetDue
    /// It should be there and is not.
    case dueButMissing
    /// It means nothing for this organization.
    case notApplicable
}

/// What one indicator says about an organization on the appraisal's day.
package struct IndicatorReading: Hashable, Sendable {
    package let state: IndicatorState
    /// In the indicator's unit; present exactly when the state is observed, and then finite.
    package let value: Double?
    /// The record that decided the value.
    package let source: SourceReference?

    private init(state: IndicatorState, value: Double?, source: SourceReference?) {
        self.state = state
        self.value = value
        self.source = source
    }

    /// A value; one that is not finite is no value and counts as missing.
    package static func observed(_ value: Double, source: SourceReference? = nil) -> IndicatorReading {
        guard value.isFinite else { return .dueButMissing }
        return IndicatorReading(state: .observed, value: value, source: source)
    }

    package static let notYetDue = IndicatorReading(state: .notYetDue, value: nil, source: nil)
    package static let dueButMissing = IndicatorReading(state: .dueButMissing, value: nil, source: nil)
    package static let notApplicable = IndicatorReading(state: .notApplicable, value: nil, source: nil)
}
