import Appraisal
import Values
import Workflow

/// The indicators of a rubric with their points, what they rest on, and the limits of it all.
struct RubricView: PageView {
    static let template = "rubric"

    struct Family: Encodable, Sendable {
        let name: String
        let isElement: Bool
        let indicators: [IndicatorRow]
    }

    struct IndicatorRow: Encodable, Sendable {
        let code: String
        let name: String
        let definition: String
        let direction: String
        let bands: [FactView]
        let hasPoints: Bool
        let requirement: String?
        let evidence: String
    }

    struct PopulationRow: Encodable, Sendable {
        let name: String
        let risk: String
        let basis: String
    }

    let title: String
    let facts: [FactView]
    let flagsPage: String
    let families: [Family]
    let populations: [PopulationRow]
    let back: String

    init(_ named: NamedRubric, _ w: Words) {
        let rubric = named.rubric
        let words = Catalogue.rubric
        title = w(rubric.title)
        facts = [
            FactView(label: w(words.code), value: rubric.id), FactView(label: w(words.validFrom), value: w(rubric.validFrom)),
            FactView(label: w(words.author), value: rubric.author), FactView(label: w(words.notes), value: w(rubric.notes)),
            FactView(
                label: w(words.lines),
                value: w(words.watchFrom(Percent.words(rubric.lines.watch), Percent.words(rubric.lines.unsustainable)))),
            FactView(label: w(words.perPoint), value: String(rubric.logOddsPerPoint)), FactView(label: w(words.hash), value: named.hash),
        ]
        flagsPage = RubricPages.address(of: named) + "/flags"
        families = rubric.families.enumerated().map { position, family in
            Family(
                name: w(family.name), isElement: family.isElement,
                indicators: rubric.indicators.filter { $0.family == position }.map { IndicatorRow($0, w) })
        }
        populations = rubric.populations.map {
            PopulationRow(name: w($0.name), risk: Percent.words($0.baseRisk(at: .months24)), basis: w($0.basis))
        }
        back = SitePart.rules.path
    }
}

extension RubricView.IndicatorRow {
    fileprivate init(_ indicator: Indicator, _ w: Words) {
        let words = Catalogue.rubric
        (code, name, definition) = (indicator.code, w(indicator.name), w(indicator.definition))
        direction =
            switch indicator.worse {
            case .lower: w(words.lowerWorse)
            case .higher: w(words.higherWorse)
            case .context: w(words.contextOnly)
            }
        hasPoints = indicator.mostPoints > 0
        bands =
            hasPoints
            ? indicator.bands.map { FactView(label: w($0.bounds.words(in: indicator.unit)), value: w(words.points($0.points))) }
                + [FactView(label: w(words.missing), value: w(words.points(indicator.missingPoints)))]
            : []
        requirement = indicator.requirement.map { w($0.words(in: indicator.unit)) }
        evidence = indicator.evidence
    }
}

extension Indicator.Bounds {
    /// The values inside, in words.
    func words(in unit: Indicator.Unit) -> BilingualText {
        let words = Catalogue.rubric
        return switch (atLeast.map { unit.words(for: $0) }, below.map { unit.words(for: $0) }) {
        case (nil, nil): words.anyValue()
        case (let low?, nil): words.orMore(low)
        case (nil, let high?): words.below(high)
        case (let low?, let high?): words.between(low, high)
        }
    }
}
