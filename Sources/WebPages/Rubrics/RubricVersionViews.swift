import Access
import Appraisal
import Values
import Workflow

/// Every version of the rules: what came with the program and what was proposed here.
struct RubricVersionsView: PageView {
    static let template = "rubric-versions"

    struct Row: Encodable, Sendable {
        let name: String
        let code: String
        let address: String
        let states: [ChipView]
        let author: String
        let activatedBy: String
        let validFrom: String
    }

    let title: String
    let propose: String?
    let rows: [Row]
    let back: String

    init(_ entries: [RubricEntry], _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.rubricWork.title)
        propose = visit.mayDo(.act(.proposeRubric)) ? RubricWorkPages.newPath : nil
        rows = entries.map { entry in
            Row(
                name: w(entry.title), code: entry.id, address: RubricWorkPages.address(ofVersion: entry.hash),
                states: ChipView.states(of: entry, w), author: entry.kept.map { w(person: $0.author) } ?? "–",
                activatedBy: entry.kept?.activatedBy.map { w(person: $0) } ?? "–", validFrom: w(entry.validFrom))
        }
        back = SitePart.rules.path
    }
}

extension ChipView {
    /// Where a version comes from, and whether it counts.
    static func states(of entry: RubricEntry, _ w: Words) -> [ChipView] {
        let words = Catalogue.rubricWork
        var chips: [ChipView] = []
        if entry.isInForce {
            chips.append(ChipView(tone: "good", label: w(words.inForce)))
        } else if entry.kept?.activatedBy != nil {
            chips.append(ChipView(tone: "ended", label: w(words.former)))
        } else if !entry.isCompiledIn {
            chips.append(ChipView(tone: "watch", label: w(words.proposed)))
        }
        if entry.isCompiledIn { chips.append(ChipView(tone: "plain", label: w(words.builtIn))) }
        return chips
    }
}

/// What differs between two versions, place by place.
struct RubricDifferenceView: Encodable, Sendable {
    let place: String
    let before: String
    let after: String

    /// How many are shown on a page.
    static let most = 40

    init(_ difference: RubricDifference) {
        place = difference.place
        (before, after) = (Self.short(difference.before), Self.short(difference.after))
    }

    private static func short(_ value: RubricValue?) -> String {
        guard let value else { return "–" }
        let text = if case .text(let text) = value { text } else { String(decoding: value.canonicalBytes, as: UTF8.self) }
        return text.count > 160 ? text.prefix(159) + "…" : text
    }
}

/// The form by which a version comes in, and what came of checking a file.
struct RubricProposalView: PageView {
    static let template = "rubric-proposal"

    let title: String
    let action: String
    let back: String
    let summary: ErrorSummaryView?
    let fileError: String?
    let sound: [FactView]
    let isSound: Bool
    let differences: [RubricDifferenceView]
    let isSame: Bool
    let more: String?

    init(_ w: Words, fault: FieldFault? = nil, sound: NamedRubric? = nil, beside inForce: NamedRubric? = nil) {
        title = w(Catalogue.rubricWork.propose)
        (action, back) = (RubricWorkPages.newPath, RubricWorkPages.path)
        summary = fault.map { ErrorSummaryView([$0], w) }
        fileError = fault?.words
        isSound = sound != nil
        self.sound =
            sound.map { rubric in
                [
                    FactView(label: w(Catalogue.rubric.code), value: rubric.rubric.id),
                    FactView(label: w(Catalogue.rubric.name), value: w(rubric.rubric.title)),
                    FactView(label: w(Catalogue.rubric.validFrom), value: w(rubric.rubric.validFrom)),
                    FactView(label: w(Catalogue.rubric.hash), value: rubric.hash),
                ]
            } ?? []
        let found = sound.flatMap { rubric in inForce.map { $0.document.differences(to: rubric.document) } } ?? []
        differences = found.prefix(RubricDifferenceView.most).map { RubricDifferenceView($0) }
        isSame = isSound && found.isEmpty
        let rest = found.count - differences.count
        more = rest > 0 ? w(Catalogue.rubricWork.more(rest)) : nil
    }
}

/// One version: who proposed it, what differs, how its trials went.
struct RubricVersionView: PageView {
    static let template = "rubric-version"

    struct Trial: Encodable, Sendable {
        let name: String
        let address: String
        let count: String
        let madeBy: String
    }

    let title: String
    let states: [ChipView]
    let facts: [FactView]
    let rules: String
    let trials: [Trial]
    let hasTrials: Bool
    /// Where it is tried; nil for the one in force and for whoever may not.
    let tryIt: String?
    let differences: [RubricDifferenceView]
    let isSame: Bool
    let more: String?
    let back: String

    init(_ entry: RubricEntry, _ rubric: NamedRubric, _ inForce: NamedRubric, _ trials: [RubricTrialRecord], _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.rubricWork)
        title = w(entry.title)
        states = ChipView.states(of: entry, w)
        var facts = [
            FactView(label: w(Catalogue.rubric.code), value: entry.id),
            FactView(label: w(Catalogue.rubric.validFrom), value: w(entry.validFrom)),
            FactView(label: w(Catalogue.rubric.hash), value: entry.hash),
        ]
        if let kept = entry.kept {
            facts.append(FactView(label: w(words.author), value: w(person: kept.author)))
            if let by = kept.activatedBy { facts.append(FactView(label: w(words.activatedBy), value: w(person: by))) }
        }
        self.facts = facts
        rules = RubricPages.address(of: rubric)
        self.trials = trials.map { trial in
            let isOver = trial.finishedAt != nil
            return Trial(
                name: w(words.trialNamed(trial.trial)), address: RubricWorkPages.address(ofTrial: trial.trial),
                count: w(isOver ? words.count(w(trial.changed), of: w(trial.organizations)) : words.unfinished),
                madeBy: w(person: trial.madeBy))
        }
        hasTrials = !trials.isEmpty
        let isTriable = !entry.isInForce && visit.mayDo(.act(.trialRubric))
        tryIt = isTriable ? "\(RubricWorkPages.address(ofVersion: entry.hash))/trials" : nil
        let found = inForce.document.differences(to: rubric.document)
        differences = found.prefix(RubricDifferenceView.most).map { RubricDifferenceView($0) }
        isSame = found.isEmpty
        more = found.count > differences.count ? w(words.more(found.count - differences.count)) : nil
        back = RubricWorkPages.path
    }
}
