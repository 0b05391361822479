import Access
import HTTPSupport
import Incubation
import Values
import Workflow

/// A notice of a decision or a certificate of graduation, for paper.
struct DocumentView: PageView {
    static let template = "document"

    let title: String
    let back: LinkView
    let name: String
    let otherName: String?
    /// What stands above and below the name of a certificate; nil for a notice.
    let certificate: Certificate?
    let facts: [FactView]
    let mark: DocumentMarkView
    let place: String
    let day: String
    let withdraw: String?

    struct Certificate: Encodable, Sendable {
        let certifies: String
        let graduated: String
    }

    /// - Parameter place: where the organization lies; nil where nothing is known of it.
    init(
        _ file: DocumentFile, _ organization: CommunityOrganization, _ place: AreaInPlace?, _ process: [ProcessMove], _ visit: Visit
    ) {
        let (w, words, document) = (visit.w, Catalogue.documents, file.document)
        title = w(document.kind.words)
        back = LinkView(label: w(words.title), address: DocumentPages.address(of: organization.number))
        name = document.organizationName
        otherName = organization.particulars.name == document.organizationName ? organization.particulars.englishName : nil
        let isCertificate = document.kind == .graduationCertificate
        certificate = isCertificate ? Certificate(certifies: w(words.certifies), graduated: w(words.graduated)) : nil
        facts = isCertificate ? Self.facts(certifying: file, organization, w) : Self.facts(telling: file, process, w)
        mark = DocumentMarkView(file, visit)
        self.place = place.map { w($0) } ?? organization.particulars.area.text
        day = w(document.issuedOn)
        withdraw = visit.withdrawal(of: document)
    }

    private static func facts(telling file: DocumentFile, _ process: [ProcessMove], _ w: Words) -> [FactView] {
        let (words, decision) = (Catalogue.documents, file.decision)
        let move = process.first { $0.to == decision?.stage && $0.steps > 0 }
        return FactView.all(
            [
                (words.matter, decision.map { w(words.becomes($0.stage.words)) }), (words.decision, decision.map { w($0.state.words) }),
                (words.reason, decision?.decision?.reason), (words.decidedOn, decision?.decision.map { w($0.on) }),
                // On paper a number says nothing to anybody.
                (words.decidedBy, decision?.decision.flatMap { w.names[$0.by] == nil ? nil : w(person: $0.by) }),
                (words.basis, move?.source[w.language]),
            ], w)
    }

    private static func facts(certifying file: DocumentFile, _ organization: CommunityOrganization, _ w: Words) -> [FactView] {
        let (words, directory, particulars) = (Catalogue.documents, Catalogue.directory, organization.particulars)
        return FactView.all(
            [
                (directory.number, organization.number.description), (directory.creditCode, particulars.creditCode?.text),
                (directory.filingNumber, particulars.filingNumber),
                (words.admittedOn, file.incubationCase?.admittedOn.map { w($0) }),
                (words.graduatedOn, file.decision?.decision.map { w($0.on) }),
            ], w)
    }
}

/// The foot of every document: its number, where it is verified, and whether it holds.
struct DocumentMarkView: Encodable, Sendable {
    let number: String
    let address: String
    let shownAddress: String
    /// Why it does not hold; nil for one that does.
    let fault: String?
    let reason: String?

    init(_ file: DocumentFile, _ visit: Visit) {
        let w = visit.w
        number = file.document.mark.grouped
        address = PageAddress.of(DocumentPages.verification, [("number", file.document.mark.grouped)])
        shownAddress = (visit.context.site?.origin ?? "") + DocumentPages.verification
        fault = file.standing == .inForce ? nil : w(file.standing.words)
        reason = file.document.withdrawal?.reason
    }
}

extension Visit {
    /// Where a document is taken back; nil for whoever may not, and for one that was.
    func withdrawal(of document: IssuedDocument) -> String? {
        guard document.withdrawal == nil, mayDo(.act(.withdrawDocument)) else { return nil }
        return "\(DocumentPages.address(of: document.organization))/\(document.number)/withdrawal"
    }
}

extension FactView {
    /// Those facts that there are.
    static func all(_ values: [(BilingualText, String?)], _ w: Words) -> [FactView] {
        values.compactMap { label, value in value.map { FactView(label: w(label), value: $0) } }
    }
}
