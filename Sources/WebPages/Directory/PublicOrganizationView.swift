import Incubation
import Values
import Workflow

/// What everybody may know of an organization: no people, no telephone numbers, no money.
struct PublicOrganizationView: PageView {
    static let template = "organization-public"

    struct Fact: Encodable, Sendable {
        let label: String
        let value: String
    }

    struct Step: Encodable, Sendable {
        let status: ChipView
        let day: String
        let dayISO: String
        let office: String?
    }

    let title: String
    let otherName: String?
    let status: ChipView
    let isEnded: Bool
    let facts: [Fact]
    let history: [Step]
    let back: String

    init(_ file: OrganizationFile, _ places: [AreaCode: AreaInPlace], _ w: Words) {
        let organization = file.organization
        let particulars = organization.particulars
        let words = Catalogue.directory
        func place(_ code: AreaCode) -> String { places[code].map { w($0) } ?? code.text }
        (title, otherName) = w.name(particulars)
        status = ChipView(organization.legalStatus, w)
        isEnded = organization.legalStatus.isEnd
        let served = file.serviceAreas.map(place).joined(separator: w(Catalogue.frame.listMark))
        let optional: [(BilingualText, String?)] = [
            (words.number, organization.number.description), (words.creditCode, particulars.creditCode?.text),
            (words.filingNumber, particulars.filingNumber),
            (words.category, particulars.category.map { w($0.words) }), (words.legalForm, w(particulars.legalForm.words)),
            (words.area, place(particulars.area)),
            (words.serviceAreas, served.isEmpty ? nil : served),
            (words.founded, particulars.foundedOn.map { w($0) }),
        ]
        facts = optional.compactMap { label, value in value.map { Fact(label: w(label), value: $0) } }
        history = file.legalHistory.reversed().map {
            Step(status: ChipView($0.status, w), day: w($0.since), dayISO: $0.since.iso, office: $0.office)
        }
        back = SitePart.directory.path
    }
}
