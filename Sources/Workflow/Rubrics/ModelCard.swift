import Foundation
import Store
package import Values

/// How a built-in rubric did on organizations whose fate is known, beside two published models: what `incubator backtest` printed.
package struct ModelCard: Hashable, Sendable, Codable {
    /// One set of organizations.
    package struct DataSet: Hashable, Sendable, Codable {
        /// The name that `--dataset` takes.
        package let dataset: String
        /// Months ahead.
        package let horizon: Int
        /// What printed the figures, with DIR for the folder of the set's tables.
        package let commands: [String]
        package let measures: [Measure]
        package let reliability: [Group]
    }

    /// One model on one set of cases.
    package struct Measure: Hashable, Sendable, Codable {
        package let cases: String
        package let model: Words
        package let landmarks: Int
        package let exits: Int
        /// Area under the curve, with its 95 % interval by organization.
        package let auc: Double?
        package let aucLow: Double?
        package let aucHigh: Double?
        package let brier: Double?
        package let brierSkill: Double?
        package let calibrationSlope: Double?
        package let calibrationIntercept: Double?
        package let expectedCalibrationError: Double?
        package let expectedOverObserved: Double?
        package let liftOfWorstTenth: Double?
        package let recallOfWorstFifth: Double?
    }

    /// Cases of like estimate, and how many of them left.
    package struct Group: Hashable, Sendable, Codable {
        package let cases: String
        package let group: Int
        package let landmarks: Int
        package let estimate: Double
        package let exits: Int
        package let share: Double
        package let shareLow: Double
        package let shareHigh: Double
    }

    /// Words in both languages, as programs get them.
    package struct Words: Hashable, Sendable, Codable {
        package let text: BilingualText

        private enum CodingKeys: String, CodingKey {
            case zh = "zh-CN"
            case en
        }

        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            text = BilingualText(zh: try values.decode(String.self, forKey: .zh), en: try values.decode(String.self, forKey: .en))
        }

        package func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(text.zh, forKey: .zh)
            try values.encode(text.en, forKey: .en)
        }
    }

    /// The rubric's name, and the hash of the content that was measured.
    package let rubric: String
    package let rubricHash: String
    package let sets: [DataSet]
}

extension ModelCard {
    /// What no figure on the card says, worst first.
    package static let limits: [BilingualText] = [
        BilingualText(
            zh: "分值取自这些数据集的开发半数：第一行偏乐观，“交叉验证”的各行没有用到被检验的组织。",
            en:
                "Points were chosen on these development halves, so first lines are too favourable; cross-validated ones never saw the organizations they are measured on."
        ),
        BilingualText(
            zh: "没有中国组织的结果数据；四要素的质量未经结果检验。",
            en: "There are no outcomes of Chinese organizations, and the quality of the four elements is untested."),
    ]
}

/// What a data set is, where it comes from, and on what terms.
package struct MeasuredDataSet: Hashable, Sendable, Codable {
    package let dataset: String
    package let title: ModelCard.Words
    /// What counts as an exit, and which cases these are.
    package let cases: ModelCard.Words
    package let licence: ModelCard.Words
}
