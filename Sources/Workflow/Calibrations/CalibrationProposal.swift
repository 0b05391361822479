package import Appraisal
import Values

/// A calibration that was proposed, with how it would have done in the past.
package struct CalibrationProposal: Hashable, Sendable {
    package let row: CalibrationRecord
    package let report: CalibrationReport

    /// What was learned.
    package var learned: LocalCalibration { get throws { try row.calibration } }
}

/// How local estimates would have done, each year's made of what was known when it began.
package struct CalibrationReport: Hashable, Sendable, Codable {
    /// One test year.
    package struct Year: Hashable, Sendable, Codable {
        package let year: Int
        package let cases: Int
        package let exits: Int
        package let knownExits: Int
        package let stage: String
        package let expectedShipped: Double
        package let expected: Double
        package let lossShipped: Double
        package let loss: Double
    }

    /// One group of the reliability table.
    package struct Group: Hashable, Sendable, Codable {
        package let cases: Int
        package let exits: Int
        package let estimate: Double
        package let share: Double
        package let lowest: Double
        package let highest: Double
    }

    package let years: [Year]
    package let groups: [Group]
    package let cases: Int
    package let exits: Int
    package let expected: Double
    package let brier: Double?
    package let brierSkill: Double?
    /// The picture in both languages, SVG.
    package let diagram: [String: String]

    package var balance: ExpectedAndObserved { ExpectedAndObserved(cases: cases, expected: expected, observed: exits) }
}

extension CalibrationReport {
    init(_ growth: GrowingCalibration, title: BilingualText) {
        years = growth.years.map { year in
            Year(
                year: year.year, cases: year.cases, exits: year.exits, knownExits: year.knownExits, stage: year.used.rawValue,
                expectedShipped: year.expected[.notCalibratedLocally] ?? 0, expected: year.expected[year.used] ?? 0,
                lossShipped: year.losses[.notCalibratedLocally] ?? 0, loss: year.losses[year.used] ?? 0)
        }
        let picture = ReliabilityDiagram(title: title, logits: growth.logits, exits: growth.exits)
        groups = picture.points.map { point in
            Group(
                cases: point.cases, exits: point.exits, estimate: point.estimate, share: point.share, lowest: point.lowest,
                highest: point.highest)
        }
        let balance = ExpectedAndObserved(logits: growth.logits, exits: growth.exits)
        let check = growth.logits.isEmpty ? nil : CalibrationCheck(logits: growth.logits, exits: growth.exits)
        (cases, exits, expected) = (balance.cases, balance.observed, balance.expected)
        (brier, brierSkill) = (check?.brier, check?.skill)
        diagram = ["zh": picture.svg(in: .simplifiedChinese), "en": picture.svg(in: .english)]
    }
}
