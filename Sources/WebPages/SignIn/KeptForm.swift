import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Values
import Workflow

/// A form that was sent after its session had ended. What was typed goes along with signing in, in a hidden field and nowhere else, and comes
/// back in its form.
struct KeptForm: Sendable {
    /// The field of the forms for signing in that carries it.
    static let field = "kept"

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

    private var text: String { PageAddress.of(address, fields.pairs) }

    /// Refuses with what is missing to go on, and takes along what was typed: signing in, the second factor, or only another look.
    static func answer(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let visit = Visit(request, context)
        let kept = KeptForm(PageAddress.local(visit.path), try await request.formFields())
        let carried = FormFields(pairs: [(field, kept.text)])
        switch context.session?.found.secondFactor {
        case nil: return try SignInPages.form(isLost: true).answer(visit, carried, status: .unauthorized)
        case .needed?: return try SignInPages.codeForm.answer(visit, carried, status: .forbidden)
        case .toSetUp?: throw Refusal.secondFactorNeeded
        case .given?, .notNeeded?: return try kept.offer(visit, status: .forbidden)
        }
    }

    /// Leads back to the form, for somebody who has come in.
    func offer(_ visit: Visit, status: HTTPResponse.Status = .ok) throws -> Response {
        try visit.answer(KeptFormView(address, fields, visit.w), in: nil, status: status)
    }
}

/// What was typed before, and the way back to it.
struct KeptFormView: PageView {
    static let template = "kept-form"

    let title: String
    let action: String
    let hidden: [FormView.Hidden]

    init(_ address: String, _ fields: FormFields, _ w: Words) {
        title = w(Catalogue.signIn.keptTitle)
        action = address
        hidden = fields.pairs.map { FormView.Hidden(name: $0.name, value: $0.value) }
    }
}
