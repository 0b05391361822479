import Access
import Appraisal
import Incubation
import Values
import Workflow

/// Flags that somebody works on, the first due first.
struct FlagListView: PageView {
    static let template = "flags"

    struct Row: Encodable, Sendable {
        /// By which the flag is ticked.
        let item: String
        let pick: String
        let name: String
        let address: String
        let organization: String
        let organizationAddress: String
        let severity: ChipView
        let state: ChipView
        let owner: String
        let due: String
        let distance: String?
    }

    struct Results: Encodable, Sendable {
        let count: String
        let isEmpty: Bool
        let rows: [Row]
        let paging: PagingView
    }

    let title: String
    let area: AreaFieldView
    /// Who can be chosen by name.
    let owners: [OptionView]
    /// What was typed, where nobody can be listed to choose from.
    let typedOwner: String?
    let mine: String?
    let states: [OptionView]
    let severities: [OptionView]
    let dues: [OptionView]
    let filter: FilterView
    let sample: String?
    /// Where ticked flags are sent; nil for a reader who gives flags to nobody.
    let batch: String?
    let results: Results?

    init(
        _ filter: FlagFilter, _ choice: AreaChoice, _ people: PeopleToChoose, _ found: Page<FlagLine>?, _ rubric: Rubric, today: Day,
        _ visit: Visit
    ) {
        let (w, words) = (visit.w, Catalogue.flags)
        title = w(words.title)
        area = AreaFieldView(choice, typed: visit.query.text("area"), visit)
        let owner = visit.query.typed("owner")
        owners = people.options.map { OptionView.people($0, chosen: owner, w) } ?? []
        typedOwner = owners.isEmpty ? owner : nil
        mine = visit.caller.account.map { visit.address(changing: ["owner": String($0.rawValue)]) }
        states = OptionView.all(HandledFlag.State.self, chosen: filter.state, first: Catalogue.terms.any, w, words: \.words)
        severities = OptionView.all(FlagRule.Severity.self, chosen: filter.severity, first: Catalogue.terms.any, w, words: \.words)
        dues = OptionView.all(FlagFilter.Due.self, chosen: filter.due, first: Catalogue.terms.any, w, words: \.words)
        self.filter = FilterView(
            FlagPages.path,
            [
                (Catalogue.directory.area, area.chosen), (words.owner, owners.isEmpty ? visit.query.text("owner") : owners.chosen),
                (words.state, states.chosen),
                (words.severity, severities.chosen), (words.dueFilter, dues.chosen),
            ], isWrong: !choice.isClear, w)
        sample = visit.mayDo(.reading(.drawVisits)) ? FlagPages.samplePath : nil
        batch = visit.mayDo(.act(.assignFlag)) ? FlagBatchPages.path : nil
        results = found.map { page in
            Results(
                count: w(Catalogue.flagged.shown(page.items.count, more: page.next != nil)), isEmpty: page.items.isEmpty,
                rows: page.items.map { Row($0, rubric, today: today, w) }, paging: PagingView(next: page.next, visit))
        }
    }
}

extension OptionView {
    /// Anybody, those who can be chosen, and who was chosen by the number of an account without being among them.
    fileprivate static func people(_ options: [FormOption], chosen: String, _ w: Words) -> [OptionView] {
        let listed = options.map { OptionView(value: $0.value, label: w($0.words), isChosen: $0.value == chosen) }
        let isListed = chosen.isEmpty || listed.contains(where: \.isChosen)
        return [OptionView(value: "", label: w(Catalogue.terms.any), isChosen: chosen.isEmpty)] + listed
            + (isListed ? [] : [OptionView(value: chosen, label: w(person: chosen), isChosen: true)])
    }
}

extension FlagListView.Row {
    fileprivate init(_ line: FlagLine, _ rubric: Rubric, today: Day, _ w: Words) {
        let (file, work) = (line.file, line.file.work)
        item = FlagBatchPages.value(file.organization, file.code)
        name = rubric.flags.first { $0.code == file.code }.map { w($0.name) } ?? file.code
        organizationAddress = FlagPages.address(of: file.organization)
        address = "\(organizationAddress)#\(file.code)"
        organization = w.language == .english ? line.englishName ?? line.name : line.name
        pick = w(Catalogue.flags.pick(name, organization))
        (severity, state) = (ChipView(file.severity, w), ChipView(work.state, w))
        owner = work.owner.map { w(person: $0) } ?? w(Catalogue.flags.nobody)
        due = work.due.map { w($0.on) } ?? "–"
        distance = work.due.map { w.distance(from: today, to: $0.on) }
    }
}

extension FlagFilter.Due {
    var words: BilingualText {
        switch self {
        case .overdue: Catalogue.flags.overdue
        case .week: Catalogue.flags.week
        }
    }
}

extension ChipView {
    init(_ state: HandledFlag.State, _ w: Words) {
        let tone =
            switch state {
            case .open: "plain"
            case .assigned, .answered: "watch"
            case .escalated: "bad"
            case .resolved: "ended"
            }
        self.init(tone: tone, label: w(state.words))
    }
}
