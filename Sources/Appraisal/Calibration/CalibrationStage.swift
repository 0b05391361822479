package import Values

/// How far estimates rest on what happened here, rather than elsewhere.
package enum CalibrationStage: String, CaseIterable, Comparable, Sendable {
    /// Points and intercepts as shipped.
    case notCalibratedLocally
    /// Base risk from local exits.
    case intercept
    /// Base risk, and how much a point counts.
    case slope
    /// Points fitted anew, drawn towards the shipped ones.
    case weights

    /// The stage that so many local organizations with a known exit allow.
    package init(exits: Int) {
        self = Self.allCases.last { exits >= $0.exitsNeeded } ?? .notCalibratedLocally
    }

    /// How many exits it needs. Measured by drawing small districts from two populations: an intercept pays from five exits on, a slope from about twenty;
    /// weights fitted on fewer than fifty are worse than those from elsewhere.
    package var exitsNeeded: Int {
        switch self {
        case .notCalibratedLocally: 0
        case .intercept: 5
        case .slope: 20
        case .weights: 50
        }
    }

    package var words: BilingualText {
        switch self {
        case .notCalibratedLocally: BilingualText(zh: "未经本地校准", en: "not calibrated locally")
        case .intercept: BilingualText(zh: "基准风险已按本地结果校准", en: "base risk calibrated locally")
        case .slope: BilingualText(zh: "基准风险与分值效力已按本地结果校准", en: "base risk and weight of points calibrated locally")
        case .weights: BilingualText(zh: "分值已按本地结果重新拟合", en: "points fitted to local outcomes")
        }
    }

    package static func < (left: CalibrationStage, right: CalibrationStage) -> Bool {
        left.exitsNeeded < right.exitsNeeded
    }
}
