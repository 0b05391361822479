import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// Setting up the second factor.
///
/// | Method | Path                             | Use case              |
/// |--------|----------------------------------|-----------------------|
/// | GET    | `/account/second-factor`         | what it is            |
/// | POST   | `/account/second-factor`         | `OfferSecondFactor`   |
/// | POST   | `/account/second-factor/code`    | `ConfirmSecondFactor` |
/// | POST   | `/account/recovery-codes`        | `RenewRecoveryCodes`  |
struct SecondFactorPages: AccountPageSet {
    let accounts: UserAccounts
    static let path = "/account/second-factor"
    static let codePath = "/account/second-factor/code"
    static let recoveryPath = "/account/recovery-codes"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .act(.offerSecondFactor)) { visit in
            try visit.answer(SecondFactorView(offer: nil, fault: nil, kept: nil, visit.w), in: nil)
        }
        routes.on(Self.path, method: .post, for: .act(.offerSecondFactor)) { request, context in
            try await offer(Visit(request, context))
        }
        routes.on(Self.codePath, method: .post, for: .act(.confirmSecondFactor)) { request, context in
            try await adopt(Visit(request, context))
        }
        routes.on(Self.recoveryPath, method: .post, for: .act(.renewRecoveryCodes)) { request, context in
            let visit = Visit(request, context)
            return try await visit.pressed(on: OwnAccountPages.path) {
                let codes = try await RenewRecoveryCodes(accounts: accounts)(as: visit.caller)
                return try visit.answer(RecoveryCodesView(codes, nil, visit.w), in: nil)
            }
        }
    }

    private func offer(_ visit: Visit) async throws -> Response {
        let kept = try await visit.request.formFields().kept
        return try await proving(visit, kept) {
            let offer = try await OfferSecondFactor(accounts: accounts)(as: visit.caller)
            return try visit.answer(SecondFactorView(offer: offer, fault: nil, kept: kept?.text, visit.w), in: nil)
        }
    }

    /// Asks for a fresh proof where that is missing; a form that is carried along goes on with it.
    private func proving(_ visit: Visit, _ kept: KeptForm?, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch Refusal.account(.confirmationNeeded) where kept != nil {
            return try SignInPages(accounts: accounts).confirmForm(visit).answer(
                visit, FormFields(pairs: kept.map { [(KeptForm.field, $0.text)] } ?? []), status: .forbidden)
        }
    }

    private func adopt(_ visit: Visit) async throws -> Response {
        guard let token = visit.context.session?.token else { throw Refusal.signInNeeded }
        let typed = try await visit.request.formFields()
        return try await proving(visit, typed.kept) { try await adopt(typed.typed("code"), of: token, typed.kept, visit) }
    }

    private func adopt(_ code: String, of token: SecretToken, _ kept: KeptForm?, _ visit: Visit) async throws -> Response {
        do {
            let result = try await ConfirmSecondFactor(accounts: accounts)(code, of: token, as: visit.caller)
            // The page holds the new session's token already, which the browser is given with the very same answer.
            var answered = visit
            answered.csrf = result.session.csrf
            return try answered.answer(RecoveryCodesView(result.recoveryCodes, kept, visit.w), in: nil).carrying(result.session)
        } catch let refusal as Refusal where refusal.isDecision {
            switch refusal {
            case .signInNeeded, .notPermitted, .confirmationNeeded, .secondFactorNeeded: throw refusal
            default: break
            }
            let fault = FieldFault(field: FormField.id(of: "code"), words: refusal.pageWords(visit.w))
            return try visit.answer(
                SecondFactorView(offer: nil, fault: fault, kept: kept?.text, visit.w), in: nil, status: refusal.sort.status)
        }
    }
}
