import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                              | Use case                                              |
/// |--------|-----------------------------------|-------------------------------------------------------|
/// | GET    | `/organizations/{number}/summary` | as the organization's page, for paper                 |
/// | GET    | `/verify`                         | `ShowOrganization` as a visitor: what everybody may see |
struct SummaryPages: PageSet {
    let registry: Registry
    static let verification = "/verify"

    func add(to routes: PermittedRoutes) {
        routes.organizationPage("/summary", .reading(.showElements)) { visit, number in
            let dossier = try await OrganizationDossier(number, in: registry, as: visit.caller)
            return try visit.answer(SummaryView(dossier, DocumentMark(dossier.file), visit), in: .organizations)
        }
        routes.page(Self.verification, .reading(.showOrganization)) { visit in
            guard let typed = visit.query.text("code") else { return try visit.answer(VerificationView(.none, visit), in: nil) }
            guard let mark = DocumentMark(typed), let file = try await published(mark.number) else {
                return try visit.answer(VerificationView(.unknown, visit), in: nil)
            }
            return try visit.answer(
                VerificationView(DocumentMark(file) == mark ? .matches(file) : .differs(file), visit), in: nil)
        }
    }

    private func published(_ number: OrganizationNumber) async throws -> OrganizationFile? {
        do {
            return try await ShowOrganization(registry: registry)(number, as: .visitor)
        } catch Refusal.notFound {
            return nil
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
    let mark: String
    let back: String

    struct SummaryElement: Sendable {
        let name: String
        let met: String?
        let facts: [FactView]
        let missing: [String]
    }

    init(_ dossier: OrganizationDossier, _ mark: DocumentMark, _ visit: Visit) {
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
        day = w(dossier.today)
        self.mark = mark.text
        back = OrganizationPages.address(of: dossier.file.organization.number)
    }
}

/// Whether a document's number is right.
struct VerificationView: PageView {
    static let template = "verification"

    enum Outcome: Sendable {
        case none, unknown
        case matches(OrganizationFile)
        case differs(OrganizationFile)
    }

    let title: String
    let typed: String
    let outcome: String?
    let tone: String
    let facts: [FactView]
    let hasFacts: Bool

    init(_ outcome: Outcome, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.summary)
        title = w(words.verifyTitle)
        typed = visit.query.typed("code")
        switch outcome {
        case .none: (self.outcome, tone, facts) = (nil, "plain", [])
        case .unknown: (self.outcome, tone, facts) = (w(words.unknown), "bad", [])
        case .matches(let file): (self.outcome, tone, facts) = (w(words.matches), "good", Self.facts(file, w))
        case .differs(let file): (self.outcome, tone, facts) = (w(words.differs), "bad", Self.facts(file, w))
        }
        hasFacts = !facts.isEmpty
    }

    private static func facts(_ file: OrganizationFile, _ w: Words) -> [FactView] {
        let (words, organization) = (Catalogue.directory, file.organization)
        let values: [(BilingualText, String?)] = [
            (words.search, organization.particulars.name), (words.number, organization.number.description),
            (words.status, w(organization.legalStatus.words)), (words.since, organization.legalStatusSince.map { w($0) }),
            (words.legalForm, w(organization.particulars.legalForm.words)), (words.creditCode, organization.particulars.creditCode?.text),
            (words.filingNumber, organization.particulars.filingNumber),
        ]
        return values.compactMap { label, value in value.map { FactView(label: w(label), value: $0) } }
    }
}
