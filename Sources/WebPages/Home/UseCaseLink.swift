import Access
import Values

/// A way to a job, shown to whoever may do it.
struct UseCaseLink: Sendable {
    let useCase: UseCase
    let words: BilingualText
    let address: String

    init(_ useCase: UseCase, _ words: BilingualText, _ address: String) {
        (self.useCase, self.words, self.address) = (useCase, words, address)
    }

    static let ofAdministrators: [UseCaseLink] = [
        UseCaseLink(.act(.importTable), Catalogue.home.importTables, SitePart.imports.path),
        UseCaseLink(.reading(.listAuditEvents), Catalogue.frame.audit, SitePart.audit.path),
        UseCaseLink(.reading(.showOwnAccount), Catalogue.frame.account, "/account"),
    ]
}
