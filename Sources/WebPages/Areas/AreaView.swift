import Appraisal
import Incubation
import Values
import Workflow

/// An area at a glance.
struct AreaView: PageView {
    static let template = "area"

    struct Part: Encodable, Sendable {
        let name: String
        let code: String
        let address: String
        let level: String
        let organizations: String
        let inIncubation: String
        let unsustainable: String
        let watch: String
        let stable: String
        let incomplete: String
        let mix: [MixPart]
        let isEmpty: Bool
    }

    struct MixPart: Encodable, Sendable {
        let x: String
        let width: String
        let tone: String
    }

    let title: String
    let path: [LinkView]
    let asOf: String?
    let total: String
    let isEmpty: Bool
    let field: AreaFieldView
    let statuses: BarListView
    let legalStatuses: BarListView
    let stages: BarListView
    let severities: BarListView
    let flags: BarListView
    let categories: CategoryMixView
    let isAssessed: Bool
    let parts: [Part]
    let hasParts: Bool
    let boundaries: String?
    let flagged: String

    init(_ summary: AreaSummary, _ field: AreaFieldView, _ rubric: Rubric?, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.area)
        title = summary.place.map { w($0.area) } ?? w(words.nation)
        path =
            summary.place == nil
            ? []
            : [LinkView(label: w(words.nation), address: SitePart.areas.path)]
                + (summary.place?.ancestors ?? []).map { LinkView(label: w($0), address: AreaPages.address(of: $0.code)) }
        asOf = summary.run.map { w($0.asOf) }
        total = w(summary.organizations)
        isEmpty = summary.organizations == 0
        isAssessed = !summary.statuses.isEmpty
        self.field = field
        let code = summary.place?.area.code
        func flaggedPage(_ name: String, _ value: String) -> String {
            var pairs = [(name: name, value: value)]
            if let code { pairs.append(("area", code.text)) }
            if !summary.isCurrent, let run = summary.run { pairs.append(("run", String(run.run))) }
            return PageAddress.of(SitePart.flagged.path, pairs)
        }
        flagged = PageAddress.of(SitePart.flagged.path, code.map { [("area", $0.text)] } ?? [])
        statuses = BarListView(
            w(words.statuses),
            [Status.unsustainable, .watch, .stable, .incomplete].map { status in
                BarCount(
                    label: w(status.words), count: summary.statuses[status] ?? 0, tone: status.tone,
                    address: flaggedPage("status", status.rawValue))
            }, w)
        legalStatuses = BarListView(
            w(Catalogue.directory.status),
            LegalStatus.allCases.compactMap { status in
                summary.legalStatuses[status].map { BarCount(label: w(status.words), count: $0) }
            }, w)
        stages = BarListView(
            w(words.stages),
            CaseStage.allCases.map { stage in BarCount(label: w(stage.words), count: summary.stages[stage] ?? 0) }
                + [BarCount(label: w(words.noCase), count: summary.stages[nil] ?? 0, tone: "plain")], w)
        severities = BarListView(
            w(Catalogue.flagged.severity),
            FlagRule.Severity.allCases.reversed().map { severity in
                BarCount(label: w(severity.words), count: summary.severities[severity] ?? 0, tone: severity.tone)
            } + [BarCount(label: w(words.noFlag), count: summary.severities[nil] ?? 0, tone: "good")], w)
        flags = BarListView(
            w(words.commonFlags),
            summary.flags.map { flag in
                let name = rubric?.flags.first { $0.code == flag.code }.map { w($0.name) } ?? flag.code
                return BarCount(label: name, count: flag.count, address: flaggedPage("flag", flag.code))
            }, w, of: summary.statuses.values.reduce(0, +))
        categories = CategoryMixView(summary.categories, visit)
        parts = summary.parts.map { Part($0, w) }
        hasParts = !parts.isEmpty
        boundaries = code.flatMap { $0.digitCount >= 6 ? AreaPages.address(of: $0) + "/boundaries" : nil }
    }
}

extension AreaView.Part {
    fileprivate init(_ part: AreaPart, _ w: Words) {
        (name, code, level) = (w(part.area), part.area.code.text, w(part.area.level.words))
        address = AreaPages.address(of: part.area.code)
        func count(_ number: Int64) -> String { number == 0 ? "–" : w(number) }
        (organizations, inIncubation) = (count(part.organizations), count(part.inIncubation))
        (unsustainable, watch) = (count(part.unsustainable), count(part.watch))
        (stable, incomplete) = (count(part.stable), count(part.incomplete))
        isEmpty = part.organizations == 0
        let tones: [(Int64, String)] = [
            (part.unsustainable, "bad"), (part.watch, "watch"), (part.stable, "good"), (part.incomplete, "plain"),
        ]
        var (x, mix) = (0.0, [AreaView.MixPart]())
        for (number, tone) in tones where number > 0 && part.organizations > 0 {
            let width = 100 * Double(number) / Double(part.organizations)
            mix.append(AreaView.MixPart(x: ChartText.number(x), width: ChartText.number(width), tone: tone))
            x += width
        }
        self.mix = mix
    }
}
