import Appraisal
import Values

/// The cases of one task that say what became of the organization, and what a rubric made of them.
struct BacktestPart {
    let task: String
    let title: BilingualText
    private let number: Int
    private let data: BacktestData
    private let readings: [[IndicatorReading]]
    private let rubric: Rubric
    private let horizon: Horizon
    private let samples: Int
    private let seed: UInt64
    private let members: [Int]
    private let evaluations: [Evaluation]
    private let exits: [Bool]
    private let logits: [Double]

    /// nil without both outcomes.
    init?(
        data: BacktestData, task: Int, readings: [[IndicatorReading]], evaluations: [Evaluation], rubric: Rubric, horizon: Horizon,
        samples: Int, seed: UInt64
    ) {
        members = data.measurable(task: task, horizon: horizon)
        exits = members.map { data.landmarks[$0].outcomes[horizon] == true }
        guard exits.contains(true), exits.contains(false) else { return nil }
        self.evaluations = members.map { evaluations[$0] }
        logits = self.evaluations.map { $0.probabilities[horizon].logit }
        self.task = data.layout.tasks[task].id
        title = data.layout.tasks[task].title
        (number, self.data, self.readings) = (task, data, readings)
        (self.rubric, self.horizon, self.samples, self.seed) = (rubric, horizon, samples, seed)
    }

    var balance: BacktestBalance {
        BacktestBalance(task: task, balance: ExpectedAndObserved(logits: logits, exits: exits), skill: calibration.skill)
    }

    private var calibration: CalibrationCheck { CalibrationCheck(logits: logits, exits: exits) }

    var diagram: ReliabilityDiagram {
        let months = horizon.rawValue
        let title = BilingualText(
            zh: "\(data.layout.title.zh)，\(title.zh)：\(months) 个月内退出的估计与实际",
            en: "\(data.layout.title.en), \(title.en): exits within \(months) months, estimated and real")
        return ReliabilityDiagram(title: title, logits: logits, exits: exits)
    }

    var reliability: [ReliabilityLine] {
        diagram.points.enumerated().map { ReliabilityLine(task: task, group: $0 + 1, point: $1) }
    }

    /// Flags that were raised at all.
    var lifts: [FlagLiftLine] {
        var generator = SeededGenerator(seed: seed)
        let lifts = FlagLift.all(
            of: Appraiser(rubric), readings: members.map { readings[$0] }, exits: exits,
            organizations: members.map { data.landmarks[$0].organization }, samples: samples, using: &generator)
        return lifts.filter { $0.raised > 0 }.map { FlagLiftLine(task: task, rule: rubric.flags[$0.rule], lift: $0) }
    }

    var groups: [GroupLine] {
        GroupDifference.all(evaluations, exits: exits, rubric: rubric, horizon: horizon).map { GroupLine(task: task, difference: $0) }
    }

    /// Every year tried with its intercept moved by the year before; of 12 months there is nothing newer to move it by.
    var walkForward: [WalkForwardLine] {
        guard horizon != .months12 else { return [] }
        return WalkForward(data, readings: readings, task: number, rubric: rubric, settings: nil, horizon: horizon).years
            .map { WalkForwardLine(task: task, year: $0) }
    }

    /// Every year tried as if the register had begun with these organizations and nothing were known of their kind.
    var growth: [GrowthLine] {
        let cases = data.calibrationCases(task: number, readings: readings, rubric: rubric)
        return GrowingCalibration(cases, rubric: rubric.knowingNoPopulation, horizon: horizon).years.map {
            GrowthLine(task: task, year: $0)
        }
    }
}
