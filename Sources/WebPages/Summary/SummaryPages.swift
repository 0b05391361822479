import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                              | Use case                       |
/// |--------|-----------------------------------|--------------------------------|
/// | GET    | `/organizations/{number}/summary` | as the organization's page, for paper, without a number |
struct SummaryPages: PageSet {
    let registry: Registry

    func add(to routes: PermittedRoutes) {
        routes.organizationPage("/summary", .reading(.showElements)) { visit, number in
            let dossier = try await registry.gathering { try await OrganizationDossier(number, in: registry, as: visit.caller) }
            return try visit.answer(SummaryView(dossier, nil, visit), in: .organizations)
        }
    }
}

/// The file on paper.
struct SummaryView: PageView {
    static let template = "summary"

    let title: String
    let name: String
    let otherName: String?
    let chips: [ChipView]
    let facts: [FactView]
    let elements: [SummaryElement]
    let incubation: [TimelineStepView]
    let accounts: [AccountsRowView]
    let hasAccounts: Bool
    let flags: [FlagView]
    let hasFlags: Bool
    let day: String
    let mark: DocumentMarkView?
    let back: String
    /// Where a summary with a number is issued; nil on one that has a number, and for whoever may not.
    let issue: String?
    let withdraw: String?

    struct SummaryElement: Encodable, Sendable {
        let name: String
        let met: String?
        let facts: [FactView]
        let missing: [String]
    }

    /// - Parameter issued: the number under which it was issued; nil for a summary without one.
    init(_ dossier: OrganizationDossier, _ issued: DocumentFile?, _ visit: Visit) {
        let w = visit.w
        let view = OrganizationView(dossier, visit)
        title = w(Catalogue.summary.title)
        (name, otherName, chips) = (view.title, view.otherName, view.chips)
        facts = view.facts
        elements = view.elements.map { SummaryElement(name: $0.name, met: $0.met, facts: $0.facts, missing: $0.missing) }
        incubation = view.timeline
        (accounts, hasAccounts) = (view.accounts, view.hasAccounts)
        flags = view.assessment?.flags ?? []
        hasFlags = !flags.isEmpty
        day = w(issued?.document.issuedOn ?? dossier.today)
        mark = issued.map { DocumentMarkView($0, visit) }
        let number = dossier.file.organization.number
        back = OrganizationPages.address(of: number)
        withdraw = issued.flatMap { visit.withdrawal(of: $0.document) }
        issue = issued == nil && visit.mayDo(.act(.issueSummary)) ? DocumentPages.address(of: number) + "/new" : nil
    }
}
