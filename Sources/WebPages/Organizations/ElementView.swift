import Appraisal
import Incubation
import Values
import Workflow

/// One of the four elements: how complete, how good, what is on record and what is missing.
struct ElementView: Encodable, Sendable {
    let name: String
    /// The place on the page.
    let anchor: String
    /// `4/5`; nil while nothing is required or nobody has assessed.
    let met: String?
    /// 0 to 100, the width of the bar.
    let width: String
    let isAbsent: Bool
    let quality: String
    /// Corners of the line of completeness over the last runs; nil for fewer than two.
    let spark: String?
    let facts: [FactView]
    let missing: [String]
    let isWhole: Bool
    /// The ways to the forms.
    let forms: [LinkView]

    init(_ element: OrganizationalElement, _ content: ElementContent, _ dossier: OrganizationDossier, _ forms: [LinkView], _ w: Words) {
        let assessed = dossier.explanation?.assessment.detail.elements.first { $0.family == element.family }
        name = w(element.words)
        anchor = element.rawValue
        met = assessed.flatMap { $0.required == 0 ? nil : "\($0.met)/\($0.required)" }
        width = String(Int(((assessed?.completeness ?? 0) * 100).rounded()))
        isAbsent = content.facts.isEmpty && content.missing.isEmpty
        quality = w(assessed.flatMap { $0.quality.map(Self.grade) } ?? Catalogue.organization.notGraded)
        spark = Self.spark(dossier.trend.map { point in point.elements.first { $0.family == element.family }?.completeness ?? 0 })
        facts = content.facts
        missing = content.missing
        isWhole = content.missing.isEmpty && !content.facts.isEmpty
        self.forms = forms
    }

    private static func grade(_ grade: Double) -> BilingualText {
        Catalogue.organization.grade(ChartText.number(grade))
    }

    private static func spark(_ shares: [Double]) -> String? {
        guard shares.count > 1 else { return nil }
        let step = 60 / Double(shares.count - 1)
        return ChartText.points(shares.enumerated().map { (2 + Double($0.offset) * step, 2 + 16 * (1 - $0.element)) })
    }
}

/// What is on record of an element and what is missing.
struct ElementContent {
    var facts: [FactView] = []
    var missing: [String] = []

    mutating func add(_ label: BilingualText, _ value: String?, _ w: Words) {
        guard let value, !value.isEmpty else { return }
        facts.append(FactView(label: w(label), value: value))
    }
}
