import Appraisal
import Values

/// What a back-test measured, and how it is printed.
struct BacktestReport {
    let data: BacktestData
    let rubric: Rubric
    let settings: RubricFit.Settings
    let horizon: Horizon
    let samples: Int
    let seed: UInt64
    let crossValidates: Bool
    let isFitted: Bool
    private let readings: [[IndicatorReading]]
    /// One per landmark.
    let evaluations: [Evaluation]

    init(
        data: BacktestData, rubric: Rubric, settings: RubricFit.Settings, horizon: Horizon, samples: Int, seed: UInt64,
        crossValidates: Bool, isFitted: Bool
    ) {
        let appraiser = Appraiser(rubric)
        readings = data.readings(by: appraiser)
        evaluations = data.evaluations(of: readings, by: appraiser)
        (self.data, self.rubric, self.settings, self.horizon, self.samples, self.seed) = (data, rubric, settings, horizon, samples, seed)
        (self.crossValidates, self.isFitted) = (crossValidates, isFitted)
    }

    /// One line for every model on every set of cases that has outcomes.
    var measures: [BacktestMeasure] {
        data.layout.tasks.indices.flatMap { number in
            let keys = data.layout.tasks[number].measuredKeys
            return (keys.isEmpty ? [nil] : keys.map(Optional.some)).flatMap { measures(task: number, key: $0) }
        }
    }

    /// What the tasks hold that are measured as a whole; a task without outcomes is left out.
    var parts: [BacktestPart] {
        data.layout.tasks.indices.filter { data.layout.tasks[$0].measuredKeys.isEmpty }.compactMap { number in
            BacktestPart(
                data: data, task: number, readings: readings, evaluations: evaluations, rubric: rubric, horizon: horizon, samples: samples,
                seed: seed)
        }
    }

    private func measures(task: Int, key: String?) -> [BacktestMeasure] {
        let members = data.measurable(task: task, key: key, horizon: horizon)
        let exits = members.map { data.landmarks[$0].outcomes[horizon] == true }
        guard exits.contains(true), exits.contains(false) else { return [] }
        let organizations = members.map { data.landmarks[$0].organization }
        let title = data.layout.tasks[task].id + (key.map { " \($0)" } ?? "")
        func measure(_ model: BilingualText, _ scores: [Double], areLogits: Bool) -> BacktestMeasure {
            var generator = SeededGenerator(seed: seed)
            let scores = BacktestScores(
                scores: scores, areLogits: areLogits, exits: exits, organizations: organizations, samples: samples, using: &generator
            )
            return BacktestMeasure(cases: title, model: model, scores: scores)
        }
        var lines = [measure(name, members.map { evaluations[$0].probabilities[horizon].logit }, areLogits: true)]
        let silent = Appraiser(rubric.withoutPoints(ofFamilies: ["reporting"]))
        let points = members.map { silent.totalPoints(of: readings[$0]) }
        lines.append(
            measure(
                BilingualText(zh: "\(name.zh)，不计报告类得分", en: "\(name.en), points of reporting left out"), points.map(Double.init),
                areLogits: false
            ))
        if crossValidates { lines += crossValidated(members: members, measure: measure) }
        return lines + published(members: members, measure: measure)
    }

    /// The published models, where the data hold accounts to work them out from.
    private func published(
        members: [Int], measure: (BilingualText, [Double], Bool) -> BacktestMeasure
    ) -> [BacktestMeasure] {
        guard data.layout.hasAccounts else { return [] }
        let models = PublishedModels(data, landmarks: members)
        return [
            measure(BilingualText(zh: "Tuckman-Chang 计数", en: "Tuckman-Chang count"), models.tuckmanChangCounts, false),
            measure(BilingualText(zh: "Trussel 公式", en: "Trussel published"), models.trusselLogits, true),
        ]
    }

    private var name: BilingualText {
        isFitted
            ? BilingualText(zh: "重新拟合的规则", en: "rubric with fitted points")
            : BilingualText(zh: "规则 \(rubric.id)", en: "rubric \(rubric.id)")
    }

    private func crossValidated(
        members: [Int], measure: (BilingualText, [Double], Bool) -> BacktestMeasure
    ) -> [BacktestMeasure] {
        let variants = [
            (BilingualText(zh: "交叉验证拟合", en: "fitted, cross-validated"), settings),
            (
                BilingualText(zh: "交叉验证拟合，不含报告类", en: "fitted without reporting, cross-validated"),
                settings.without(families: ["reporting"], of: rubric)
            ),
        ]
        let fitted = variants.map { words, settings in
            var generator = SeededGenerator(seed: seed)
            let logits = CrossValidation.logits(
                data, readings: readings, members: members, rubric: rubric, settings: settings, horizon: horizon, folds: 5,
                using: &generator
            )
            return measure(words, logits, true)
        }
        return [calibrated(members: members, measure: measure)] + fitted
    }

    /// The points as they are, calibrated on other organizations than those that are measured.
    private func calibrated(members: [Int], measure: (BilingualText, [Double], Bool) -> BacktestMeasure) -> BacktestMeasure {
        var generator = SeededGenerator(seed: seed)
        let logits = CrossValidation.calibratedLogits(
            data, logits: members.map { evaluations[$0].probabilities[horizon].logit }, members: members, horizon: horizon, folds: 5,
            using: &generator)
        return measure(
            BilingualText(zh: "\(name.zh)，斜率与截距交叉验证", en: "\(name.en), slope and intercept cross-validated"), logits, true)
    }
}
