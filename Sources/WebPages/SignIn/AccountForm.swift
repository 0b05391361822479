import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Values
import Workflow

/// A form with a page of its own, first of all about somebody's account: few fields, nothing to look over, and what was typed as a password never comes back.
struct AccountForm: Sendable {
    let path: String
    let title: BilingualText
    var lead: BilingualText?
    let fields: [FormField]
    let submit: BilingualText
    var back = LinkTo.home
    /// Another button, for those who come by an identity provider.
    var otherWay: OtherWay?

    struct OtherWay: Sendable {
        let label: BilingualText
        let path: String
    }

    enum LinkTo {
        case home, account, accounts
        case otherAccount(AccountNumber)
        case page(BilingualText, String)
    }

    /// The form as it is opened, or sent back with what is wrong.
    func answer(
        _ visit: Visit, _ typed: FormFields = FormFields(), faults: [FieldFault] = [], next: String? = nil,
        status: HTTPResponse.Status = .ok, notice: String? = nil
    ) throws -> Response {
        var state = FormState(
            title: title, back: back.view(visit.w), lead: lead, action: path, groups: [FormGroup(fields: fields)], fields: typed, hidden: []
        )
        if let next, next != "/" { state.hidden = [("next", next)] }
        if let kept = typed.text(KeptForm.field) { state.hidden.append((KeptForm.field, kept)) }
        (state.faults, state.submit) = (faults, submit)
        state.otherWay = otherWay.map { ($0.label, $0.path) }
        return try visit.answer(FormView(state, visit.w), in: nil, status: status, notice: notice)
    }

    /// Does what the form asks for with its fields, every one of which must be filled in; sends the form back with what was refused.
    func take(
        _ visit: Visit, _ registry: Registry, _ body: (FormFields, String) async throws -> Response
    ) async throws -> Response {
        let read = { (reader: inout FormReader) -> FormFields? in
            for field in fields where reader.fields.typed(field.name).isEmpty { _ = reader.text(field.name) }
            return reader.fields
        }
        return try await take(visit, registry, reading: read, body)
    }

    /// Does what the form asks for with what is read out of its fields; sends the form back with what was refused.
    func take<Content>(
        _ visit: Visit, _ registry: Registry, reading read: (inout FormReader) async throws -> Content?,
        _ body: (Content, String) async throws -> Response
    ) async throws -> Response {
        let typed = try await visit.request.formFields()
        let next = PageAddress.local(typed.text("next"))
        if typed.text("again") != nil { return try answer(visit, typed, next: next) }
        var reader = FormReader(typed, [FormGroup(fields: fields)], registry, as: visit.caller, visit.w)
        guard let content = try await read(&reader), reader.faults.isEmpty else {
            return try answer(visit, typed, faults: reader.faults, next: next, status: .unprocessableContent)
        }
        do {
            return try await body(content, next)
        } catch let refusal as Refusal where refusal.isDecision {
            switch refusal {
            case .signInNeeded, .notPermitted, .confirmationNeeded, .secondFactorNeeded: throw refusal
            default: break
            }
            reader.take(refusal)
            var response = try answer(visit, typed, faults: reader.faults, next: next, status: refusal.sort.status)
            Problem(refusal).addHeaders(to: &response.headers)
            return response
        }
    }
}

extension AccountForm.LinkTo {
    fileprivate func view(_ w: Words) -> LinkView {
        switch self {
        case .home: LinkView(label: w(Catalogue.frame.home), address: "/")
        case .account: LinkView(label: w(Catalogue.frame.account), address: OwnAccountPages.path)
        case .accounts: LinkView(label: w(Catalogue.accounts.back), address: SitePart.accounts.path)
        case .otherAccount(let number): LinkView(label: w(Catalogue.accounts.toAccount), address: AccountPages.address(of: number))
        case .page(let words, let address): LinkView(label: w(words), address: address)
        }
    }
}

extension PageAddress {
    /// An address of this site that a link or a form named to go on to; the home page for anything else, so that nobody is led elsewhere.
    ///
    /// Source: OWASP ASVS 5.0 V1.2.2; browsers read `//host` and `/\host` as another site.
    static func local(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), text.utf8.count <= 2_000, !text.hasPrefix("//"), !text.contains("\\"),
            text.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) })
        else { return "/" }
        return text
    }
}

extension Visit {
    /// Leads on with a session's new token.
    func redirect(to address: String, carrying session: NewSession) -> Response {
        redirect(to: address).carrying(session)
    }

    /// Where the page stands, with its query.
    var fullAddress: String { PageAddress.local(request.uri.description) }
}
