import Access
import Appraisal
import Values
import Workflow

/// How well estimates did where it is known what became of organizations. Every figure is what the back-test printed.
struct ModelCardView: PageView {
    static let template = "model-card"

    struct DataSet: Encodable, Sendable {
        let id: String
        let title: String
        let cases: String
        let groups: [Group]
        let charts: [ReliabilityChartView]
        let commands: [String]
        let licence: String
    }

    /// The models on one part of a data set. Of several parts the first is shown and the others are folded.
    struct Group: Encodable, Sendable {
        let heading: String?
        /// What is to be seen of a folded part.
        let folded: String?
        let rows: [Row]
    }

    struct Row: Encodable, Sendable {
        let model: String
        let landmarks: String
        let exits: String
        let auc: String
        let slope: String
        let ratio: String
        let brier: String
        let lift: String
        let recall: String
    }

    let title: String
    let rubric: LinkView
    let hash: String
    /// The rubric in force, where it is not the one measured.
    let other: LinkView?
    let sets: [DataSet]
    let calibrations: String?

    init(_ found: ModelCardInForce, _ visit: Visit) {
        let (w, card) = (visit.w, found.card)
        title = w(Catalogue.modelCard.title)
        rubric = LinkView(
            label: card.rubric, address: "\(SitePart.rules.path)/\(RubricLibrary.key(of: card.rubric, hash: card.rubricHash))")
        hash = card.rubricHash
        let inForce = found.inForce
        other = found.isAboutInForce ? nil : LinkView(label: w(inForce.rubric.title), address: RubricPages.address(of: inForce))
        sets = card.sets.compactMap { set in
            found.dataSets.first { $0.dataset == set.dataset }.map { DataSet(set, $0, w) }
        }
        calibrations = visit.mayDo(.reading(.listCalibrations)) ? CalibrationPages.path : nil
    }
}

extension ModelCardView {
    /// The part with a reliability chart first, then the others as the card has them, by the month of theirs.
    fileprivate static func groups(of set: ModelCard.DataSet, _ w: Words) -> [Group] {
        let names = set.measures.map(\.cases).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let charted = Set(set.reliability.map(\.cases))
        let order = names.filter(charted.contains) + names.filter { !charted.contains($0) }
        return order.enumerated().map { place, name in
            let rows = set.measures.filter { $0.cases == name }.map { Row($0, w) }
            let words = Catalogue.modelCard.casesOf(name)
            let summary = place > 0 ? rows.first.map { w(Catalogue.modelCard.folded(words, auc: $0.auc)) } : nil
            return Group(heading: order.count > 1 && place == 0 ? w(words) : nil, folded: summary, rows: rows)
        }
    }
}

extension ModelCardView.DataSet {
    fileprivate init(_ set: ModelCard.DataSet, _ about: MeasuredDataSet, _ w: Words) {
        let words = Catalogue.modelCard
        id = set.dataset
        title = w(words.set(about.title.text, words.within(set.horizon)))
        (cases, licence, commands) = (w(about.cases.text), w(about.licence.text), set.commands)
        groups = ModelCardView.groups(of: set, w)
        let parts = set.reliability.map(\.cases).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        charts = parts.compactMap { part in
            let groups = set.reliability.filter { $0.cases == part }.map {
                ReliabilityGroup(
                    cases: $0.landmarks, exits: $0.exits, estimate: $0.estimate, share: $0.share, lowest: $0.shareLow, highest: $0.shareHigh
                )
            }
            let name = parts.count > 1 ? words.set(about.title.text, words.casesOf(part)) : about.title.text
            return ReliabilityChartView(groups, id: "reliability-\(set.dataset)-\(part)", title: words.reliability(name), w)
        }
    }
}

extension ModelCardView.Row {
    fileprivate init(_ measure: ModelCard.Measure, _ w: Words) {
        func figure(_ value: Double?, _ places: Int = 2) -> String { value.map { FigureText.decimal($0, places: places) } ?? "–" }
        model = w(measure.model.text)
        (landmarks, exits) = (w(measure.landmarks), w(measure.exits))
        auc =
            if let low = measure.aucLow, let high = measure.aucHigh {
                w(Catalogue.modelCard.interval(figure(measure.auc, 3), figure(low, 3), figure(high, 3)))
            } else {
                figure(measure.auc, 3)
            }
        (slope, ratio) = (figure(measure.calibrationSlope), figure(measure.expectedOverObserved))
        (brier, lift) = (figure(measure.brier, 4), figure(measure.liftOfWorstTenth))
        recall = measure.recallOfWorstFifth.map(Percent.words) ?? "–"
    }
}
