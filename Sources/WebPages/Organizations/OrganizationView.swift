import Access
import Appraisal
import Incubation
import Values
import Workflow

/// An organization for those who work with it: what to do now, the four elements, what it rests on.
struct OrganizationView: PageView {
    static let template = "organization"

    let title: String
    let otherName: String?
    let number: String
    let chips: [ChipView]
    let actions: [LinkView]
    let assessment: AssessmentBoxView?
    let elements: [ElementView]
    let radar: RadarChartView?
    let trend: TrendChartView?
    let place: DistributionChartView?
    let income: IncomeMixChartView?
    let hasCharts: Bool
    let incubation: IncubationBoxView
    let pending: [PendingRowView]
    let hasPending: Bool
    let facts: [FactView]
    let contacts: [FactView]
    let duplicates: [LinkView]
    let hasDuplicates: Bool
    let accounts: [AccountsRowView]
    let hasAccounts: Bool
    let activities: [ActivityRowView]
    let hasActivities: Bool
    let reports: [ReportRowView]
    let hasReports: Bool
    let timeline: [TimelineStepView]
    let forms: RecordFormLinks?

    init(_ dossier: OrganizationDossier, _ visit: Visit) {
        let w = visit.w
        let organization = dossier.file.organization
        let path = OrganizationPages.address(of: organization.number)
        (title, otherName) = w.name(organization.particulars)
        number = organization.number.description
        let status = dossier.explanation.flatMap { Status(rawValue: $0.assessment.status) }
        chips =
            [ChipView(organization.legalStatus, w)] + (dossier.incubationCase.map { [ChipView($0.stage, w)] } ?? [])
            + (status.map { [ChipView($0, w)] } ?? [])
        actions = Self.actions(path, visit)
        assessment = dossier.explanation.map { AssessmentBoxView($0, path, w) }
        elements = OrganizationalElement.allCases.map { ElementView($0, dossier, path, visit) }
        let stored = OrganizationalElement.allCases.compactMap { element in
            dossier.explanation?.assessment.detail.elements.first { $0.family == element.family }
        }
        radar = RadarChartView(
            stored, name: { family in OrganizationalElement.allCases.first { $0.family == family }.map { w($0.words) } ?? family }, w)
        trend = TrendChartView(dossier.trend, watchLine: dossier.explanation?.remedies?.watchLine, w)
        place = dossier.distribution.flatMap { distribution in
            dossier.explanation?.assessment.probability.flatMap { DistributionChartView(distribution, probability: $0, w) }
        }
        income = IncomeMixChartView(dossier.accounts, w)
        hasCharts = radar != nil || trend != nil || income != nil || place != nil
        incubation = IncubationBoxView(dossier, path, visit)
        pending = dossier.pending.map { PendingRowView($0, dossier.places, today: dossier.today, w) }
        hasPending = !pending.isEmpty
        facts = Self.facts(dossier, w)
        contacts = dossier.file.contacts.map { contact in
            FactView(label: w(contact.kind.words), value: [contact.value, contact.person].compactMap(\.self).joined(separator: " "))
        }
        duplicates = dossier.nearDuplicates.map {
            LinkView(label: "\(w.name($0.particulars).main)  \($0.number)", address: OrganizationPages.address(of: $0.number))
        }
        hasDuplicates = !duplicates.isEmpty
        accounts = dossier.accounts.newestByYear.map { AccountsRowView($0, w) }
        activities = dossier.activities?.items.map { ActivityRowView($0, w) } ?? []
        reports = dossier.reports.map { ReportRowView($0, today: dossier.today, w) }
        (hasAccounts, hasActivities, hasReports) = (!accounts.isEmpty, !activities.isEmpty, !reports.isEmpty)
        timeline = TimelineStepView.all(dossier, w)
        forms = visit.mayDo(.act(.recordAccounts)) ? RecordFormLinks(path) : nil
    }

    private static func actions(_ path: String, _ visit: Visit) -> [LinkView] {
        let words = Catalogue.organization
        let all = [
            UseCaseLink(.act(.editOrganization), words.edit, "\(path)/edit"),
            UseCaseLink(.act(.recordLegalStatus), words.changeStatus, "\(path)/legal-status/new"),
            UseCaseLink(.reading(.tryWhatIf), words.whatIf, "\(path)/what-if"),
            UseCaseLink(.reading(.showElements), words.printSummary, "\(path)/summary"),
            UseCaseLink(.reading(.listPeople), Catalogue.people.title, "\(path)\(PeoplePages.path)"),
            UseCaseLink(.reading(.listDocuments), Catalogue.documents.title, "\(path)\(DocumentPages.path)"),
        ]
        return all.filter { visit.mayDo($0.useCase) }.map { LinkView(label: visit.w($0.words), address: $0.address) }
    }

    static func facts(_ dossier: OrganizationDossier, _ w: Words) -> [FactView] {
        let (words, particulars) = (Catalogue.directory, dossier.file.organization.particulars)
        let served = dossier.file.serviceAreas.map { dossier.place($0, w) }.joined(separator: w(Catalogue.frame.listMark))
        let values: [(BilingualText, String?)] = [
            (words.number, dossier.file.organization.number.description), (words.category, particulars.category.map { w($0.words) }),
            (words.legalForm, w(particulars.legalForm.words)), (words.area, dossier.place(particulars.area, w, isShort: false)),
            (words.serviceAreas, served), (words.founded, particulars.foundedOn.map { w($0) }),
            (words.creditCode, particulars.creditCode?.text), (words.filingNumber, particulars.filingNumber),
        ]
        return values.compactMap { label, value in
            guard let value, !value.isEmpty else { return nil }
            return FactView(label: w(label), value: value)
        }
    }
}

extension ElementView {
    fileprivate init(_ element: OrganizationalElement, _ dossier: OrganizationDossier, _ path: String, _ visit: Visit) {
        let w = visit.w
        let (elements, today) = (dossier.elements, dossier.today)
        let content: ElementContent =
            switch element {
            case .leadershipTeam: .leadershipTeam(elements.leadership, today: today, w)
            case .activityCharter: .activityCharter(elements.charters, w)
            case .governanceStructure: .governanceStructure(elements, today: today, w)
            case .serviceBoundary: .serviceBoundary(dossier, w)
            }
        self.init(element, content, dossier, ElementForm.links(of: element, path, visit), w)
    }
}

/// The ways to the forms for records.
struct RecordFormLinks: Encodable, Sendable {
    let accounts: String
    let activity: String
    let report: String

    init(_ path: String) {
        (accounts, activity, report) = ("\(path)/accounts/new", "\(path)/activities/new", "\(path)/reports/new")
    }
}
