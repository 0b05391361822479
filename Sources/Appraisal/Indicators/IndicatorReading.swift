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
///
/// Fifty of them are made for every organization, so they are kept in three words.
package struct IndicatorReading: Hashable, Sendable {
    /// The value; 0 where there is none.
    let number: Double
    private let sourceID: Int64
    private let sourceKind: SourceReference.Kind?
    package let state: IndicatorState

    private init(state: IndicatorState, number: Double = 0, source: SourceReference? = nil) {
        self.state = state
        self.number = number
        sourceID = source?.id ?? 0
        sourceKind = source?.kind
    }

    /// In the indicator's unit; present exactly when the state is observed, and then finite.
    package var value: Double? { state == .observed ? number : nil }

    /// The record that decided the value.
    package var source: SourceReference? { sourceKind.map { SourceReference(kind: $0, id: sourceID) } }

    /// A value; one that is not finite is no value and counts as missing.
    package static func observed(_ value: Double, source: SourceReference? = nil) -> IndicatorReading {
        guard value.isFinite else { return .dueButMissing }
        return IndicatorReading(state: .observed, number: value, source: source)
    }

    /// A reading without a value, whatever the state.
    init(unobserved state: IndicatorState) {
        self.init(state: state == .observed ? .dueButMissing : state)
    }

    /// The same value, decided by another record; what has no value stays as it is.
    func pointing(at source: SourceReference?) -> IndicatorReading {
        state == .observed ? IndicatorReading(state: .observed, number: number, source: source) : self
    }

    package static let notYetDue = IndicatorReading(state: .notYetDue)
    package static let dueButMissing = IndicatorReading(state: .dueButMissing)
    package static let notApplicable = IndicatorReading(state: .notApplicable)
}
