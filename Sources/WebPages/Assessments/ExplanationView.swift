import Appraisal
import Values
import Workflow

/// Everything that a run found about an organization, what it rests on and what would change it.
struct ExplanationView: PageView {
    static let template = "explanation"

    struct EstimateRow: Encodable, Sendable {
        let months: String
        let estimate: String
        let range: String
    }

    struct PartRow: Encodable, Sendable {
        let name: String
        let value: String
        let points: String
        let logOdds: String
        /// 0 to 100, of the largest part.
        let width: String
    }

    struct Family: Encodable, Sendable {
        let name: String
        let readings: [ReadingRow]
    }

    struct ReadingRow: Encodable, Sendable {
        let code: String
        let name: String
        let value: String?
        let state: ChipView
        let points: String
        let record: String?
    }

    let title: String
    let organization: LinkView
    let box: AssessmentBoxView
    let estimates: [EstimateRow]
    let hasEstimates: Bool
    let steps: [String]
    let hasSteps: Bool
    let stepsEnd: String?
    let parts: [PartRow]
    let hasParts: Bool
    let families: [Family]
    let rubric: LinkView
    let whatIf: String

    init(_ found: AssessmentExplanation, _ rubric: Rubric, _ w: Words) {
        let assessment = found.assessment
        let words = Catalogue.explanation
        let path = OrganizationPages.address(of: assessment.organization)
        let name = w.language == .english ? assessment.englishName ?? assessment.name : assessment.name
        title = w(words.title(name))
        organization = LinkView(label: name, address: path)
        box = AssessmentBoxView(found, path, w)
        estimates = assessment.detail.estimates.map {
            EstimateRow(
                months: w(words.months($0.months)), estimate: Percent.words($0.probability),
                range: "\(Percent.words($0.lowest))–\(Percent.words($0.highest))")
        }
        hasEstimates = !estimates.isEmpty
        if case .reachable(let lowering) = found.remedies?.outlook {
            steps = lowering.steps.map { w($0.words) }
            stepsEnd = w(words.stepsEnd(lowering.pointsBefore, lowering.pointsAfter, lowering.status.words))
        } else {
            (steps, stepsEnd) = ([], nil)
        }
        hasSteps = !steps.isEmpty
        parts = Self.parts(assessment.detail, rubric, w)
        hasParts = !parts.isEmpty
        families = Self.families(assessment.detail, rubric, w)
        self.rubric = LinkView(label: w(rubric.title), address: RubricPages.address(of: found.run))
        whatIf = path + "/what-if"
    }

    /// What adds to the log-odds, the largest first behind the base.
    private static func parts(_ detail: AssessmentDetail, _ rubric: Rubric, _ w: Words) -> [PartRow] {
        let base = detail.contributions.filter { $0.part == "intercept" }
        let rest = detail.contributions.filter { $0.part != "intercept" }.sorted { $1.logOdds.magnitude < $0.logOdds.magnitude }
        let most = rest.first?.logOdds.magnitude ?? 0
        return (base + rest).map { part in
            let indicator = rubric.indicators.first { $0.code == part.part }
            let combination = rubric.combinations.first { $0.code == part.part }
            let reading = detail.readings.first { $0.indicator == part.part }
            let name =
                part.part == "intercept" ? w(Catalogue.explanation.base) : (indicator?.name ?? combination?.name).map { w($0) } ?? part.part
            let width = part.part == "intercept" || most == 0 ? 0 : 100 * part.logOdds.magnitude / most
            return PartRow(
                name: name, value: reading.map { $0.words(indicator, w) } ?? "",
                points: part.part == "intercept" ? "–" : String(part.points),
                logOdds: ChartText.signed(part.logOdds), width: ChartText.number(width))
        }
    }

    /// Every reading, by family.
    private static func families(_ detail: AssessmentDetail, _ rubric: Rubric, _ w: Words) -> [Family] {
        let points = detail.contributions.reduce(into: [:]) { $0[$1.part] = $1.points }
        return rubric.families.enumerated().compactMap { position, family in
            let rows = rubric.indicators.filter { $0.family == position }.compactMap { indicator in
                detail.readings.first { $0.indicator == indicator.code }.map {
                    ReadingRow($0, indicator, points: points[indicator.code], w)
                }
            }
            return rows.isEmpty ? nil : Family(name: w(family.name), readings: rows)
        }
    }
}

extension ExplanationView.ReadingRow {
    fileprivate init(_ reading: AssessmentDetail.Reading, _ indicator: Indicator, points: Int?, _ w: Words) {
        code = reading.indicator
        name = w(indicator.name)
        value = reading.value == nil ? nil : reading.words(indicator, w)
        let state = IndicatorState(rawValue: reading.state) ?? .dueButMissing
        self.state = ChipView(tone: state == .observed ? "good" : state == .dueButMissing ? "bad" : "plain", label: w(state.words))
        self.points = (points ?? 0) == 0 ? "–" : String(points ?? 0)
        record = reading.source.map { w(SourceReference.words(of: $0, w)) }
    }
}

extension AssessmentDetail.Reading {
    /// The value as people write it; why there is none.
    func words(_ indicator: Indicator?, _ w: Words) -> String {
        guard let value else { return w((IndicatorState(rawValue: state) ?? .dueButMissing).words) }
        return indicator.map { w($0.unit.words(for: value)) } ?? ChartText.number(value)
    }
}

extension ChartText {
    /// With two decimals and its sign.
    static func signed(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let hundredths = Int((min(max(value, -1000), 1000) * 100).rounded())
        let rest = abs(hundredths % 100)
        return "\(hundredths < 0 ? "−" : "+")\(abs(hundredths / 100)).\(rest < 10 ? "0" : "")\(rest)"
    }
}
