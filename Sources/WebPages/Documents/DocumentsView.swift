import Access
import Incubation
import Values
import Workflow

/// The documents that were issued to an organization.
struct DocumentsView: PageView {
    static let template = "documents"

    struct Row: Encodable, Sendable {
        let kind: String
        let address: String
        let day: String
        let dayISO: String
        let mark: String
        let standing: ChipView
    }

    let title: String
    let back: LinkView
    let issue: String?
    let isEmpty: Bool
    let rows: [Row]

    init(_ organization: CommunityOrganization, _ documents: [DocumentFile], _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.documents.title)
        back = LinkView(label: w.name(organization.particulars).main, address: OrganizationPages.address(of: organization.number))
        let address = DocumentPages.address(of: organization.number)
        issue = visit.mayDo(.act(.issueSummary)) ? address + "/new" : nil
        isEmpty = documents.isEmpty
        rows = documents.map { file in
            Row(
                kind: w(file.document.kind.words), address: "\(address)/\(file.document.number)", day: w(file.document.issuedOn),
                dayISO: file.document.issuedOn.iso, mark: file.document.mark.grouped, standing: ChipView(file.standing, w))
        }
    }
}

extension ChipView {
    init(_ standing: DocumentStanding, _ w: Words) {
        let tone =
            switch standing {
            case .inForce: "good"
            case .superseded: "ended"
            case .withdrawn: "bad"
            }
        self.init(tone: tone, label: w(standing.words))
    }
}
