import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Values
import Workflow

/// A form that was sent after its session had ended. What was typed goes along with signing in, in a hidden field, and comes back in its form.
/// Only where the way leads over an identity provider is it kept on this side, encrypted under what the browser alone has.
///
/// No browser gives a file back; its name is carried, so that its sender is told what to choose again.
struct KeptForm: Sendable {
    /// The field of the forms for signing in that carries it.
    static let field = "kept"
    /// The field of a form that was kept with the name of a file that has to be chosen again.
    static let file = "chosenFile"

    private let address: String
    private let fields: FormFields

    private init(_ address: String, _ fields: FormFields) {
        self.address = address
        // It comes back to be looked at, whatever was pressed.
        self.fields = FormFields(pairs: fields.pairs.filter { $0.name != "checked" && $0.name != "again" } + [("again", "yes")])
    }

    /// Reads ``text``; nil for anything else, and for the address of another site.
    init?(_ text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, PageAddress.local(String(parts[0])) != "/" else { return nil }
        self.init(String(parts[0]), FormFields(encoded: parts[1]))
    }

    /// What the hidden field holds.
    var text: String { PageAddress.of(address, fields.pairs) }

    /// The same among the fields of a form.
    private var carried: FormFields { FormFields(pairs: [(Self.field, text)]) }

    /// The file that has to be chosen again; nil without one.
    var file: String? { fields.text(Self.file) }

    private static func sent(_ visit: Visit) async throws -> KeptForm {
        KeptForm(PageAddress.local(visit.path), try await visit.request.typedFields())
    }

    /// Refuses with what is missing to go on, and takes along what was typed: signing in, the second factor, or only another look.
    static func answer(_ request: Request, _ context: ServiceContext, in accounts: UserAccounts) async throws -> Response {
        let visit = Visit(request, context)
        let kept = try await sent(visit)
        guard let session = context.session else {
            return try SignInPages(accounts: accounts).form(after: kept).answer(visit, kept.carried, status: .unauthorized)
        }
        return try kept.goOn(visit, session.found.secondFactor, status: .forbidden)
    }

    /// Asks for a fresh proof where an act needs one, and takes along what was typed.
    static func whileProving(_ visit: Visit, in accounts: UserAccounts, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch Refusal.account(.confirmationNeeded) {
            return try SignInPages(accounts: accounts).confirmForm(visit).answer(
                visit, try await sent(visit).carried, status: .forbidden)
        }
    }

    /// What comes next for somebody who has come in: their second factor, where it is missing, or the way back to the form.
    func goOn(_ visit: Visit, _ state: SecondFactorState, status: HTTPResponse.Status = .ok) throws -> Response {
        switch state {
        case .needed: try SignInPages.codeForm.answer(visit, carried, status: status)
        case .toSetUp: try visit.answer(SecondFactorView(offer: nil, fault: nil, kept: text, visit.w), in: nil, status: status)
        case .given, .notNeeded: try visit.answer(view(visit.w), in: nil, status: status)
        }
    }

    func view(_ w: Words) -> KeptFormView { KeptFormView(address, fields, file: file, w) }
}

extension FormFields {
    /// The form that was kept, which these fields carry; nil for none.
    var kept: KeptForm? { text(KeptForm.field).flatMap { KeptForm($0) } }
}

extension Request {
    /// What was typed into a form, whichever way it was sent; of a file its name.
    fileprivate func typedFields() async throws -> FormFields {
        guard isMultipart else { return try await formFields() }
        let parts = try await multipartForm().parts
        return FormFields(
            pairs: parts.compactMap { part in
                if let file = part.fileName { return file.isEmpty ? nil : (KeptForm.file, String(file.prefix(100))) }
                return part.name == Self.forgeryField ? nil : (part.name, String(decoding: part.content, as: UTF8.self))
            })
    }

    /// The fields of a form with a file that comes back without it; nil for one that is sent.
    func fieldsWithoutFile() async throws -> FormFields? {
        guard !isMultipart else { return nil }
        let fields = try await formFields()
        return fields.text("again") == nil ? nil : fields
    }
}

/// What was typed before, and the way back to it.
struct KeptFormView: PageView {
    static let template = "kept-form"

    let title: String
    let action: String
    let hidden: [FormView.Hidden]
    /// Which file has to be chosen again.
    let remark: String?

    init(_ address: String, _ fields: FormFields, file: String?, _ w: Words) {
        title = w(Catalogue.signIn.keptTitle)
        remark = file.map { w(Catalogue.signIn.chooseAgain($0)) }
        action = address
        hidden = fields.pairs.map { FormView.Hidden(name: $0.name, value: $0.value) }
    }
}
