package import Access
package import OpenID
import Store

/// What a browser brings back from the identity provider.
package struct ProviderAnswer: Sendable {
    /// nil for what cannot be one.
    package var state: SecretToken?
    /// What this browser kept; nil without it.
    package var browser: SecretToken?
    /// nil when the provider sent the person back without one.
    package var code: String?
    /// The provider's name for itself, where it gives one (RFC 9207).
    package var issuer: String?
    /// Where the attempt comes from.
    package var address: String
    /// What kind of device, as far as it tells.
    package var device: String?
    /// The session that the browser has now; nil without one.
    package var session: SecretToken?

    package init(
        state: SecretToken?, browser: SecretToken?, code: String?, issuer: String? = nil, address: String, device: String? = nil,
        session: SecretToken? = nil
    ) {
        self.state = state
        self.browser = browser
        self.code = code
        self.issuer = issuer
        self.address = address
        self.device = device
        self.session = session
    }
}

/// Whom the provider vouches for, or why for nobody.
package typealias ProviderOutcome = Result<ProvidedIdentity, Refusal>

/// Does what somebody went to the identity provider for: signs them in, takes up their invitation, links who they are there to their
/// account here, or takes the provider's word for a fresh proof.
///
/// People are known by the provider's name and their own there, which nobody else is given, and never by an address for mail.
package struct ReturnFromProvider: Sendable {
    /// What has come of it.
    package struct Result: Sendable {
        package let act: Act
        /// The session that began or got another token; nil where one goes on as it was.
        package let session: NewSession?
        /// The page of this site to go on to.
        package let leadingTo: String
        /// What was typed before the browser left; nil for nothing.
        package let typed: String?
    }

    /// A refusal to somebody who had typed something before their browser left, which is theirs again.
    package struct Refused: Error {
        package let refusal: Refusal
        package let typed: String
    }

    let accounts: UserAccounts
    private var registry: Registry { accounts.registry }

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Throws: ``Refusal/account(_:)`` with ``AccountFault/providerReturnInvalid`` for what belongs to another browser, was used or took too
    ///   long, ``AccountFault/providerRefused``, ``AccountFault/providerAnswerInvalid(_:)``, ``AccountFault/providerUnavailable``,
    ///   ``AccountFault/identityNotLinked``, ``AccountFault/identityTaken``, ``AccountFault/proofWrong``; ``Refusal/invitationInvalid``. The
    ///   same as ``Refused`` where something was typed before.
    package func callAsFunction(_ answer: ProviderAnswer, as caller: Caller) async throws -> Result {
        let provider = try accounts.openProvider()
        guard let (way, typed) = try await take(answer) else {
            return try await registry.act(.signIn, on: .account(nil), as: .visitor) {
                throw Refusal.account(.providerReturnInvalid)
            } doing: { _, _ in
                Result(act: .signIn, session: nil, leadingTo: "/", typed: nil)
            }
        }
        do {
            let (act, session) = try await finish(way, try await outcome(of: answer, way, provider), answer, as: caller)
            return Result(act: act, session: session, leadingTo: way.leadingTo, typed: typed)
        } catch let refusal as Refusal {
            guard let typed else { throw refusal }
            throw Refused(refusal: refusal, typed: typed)
        }
    }

    private func finish(
        _ way: ProviderSignIn, _ outcome: ProviderOutcome, _ answer: ProviderAnswer, as caller: Caller
    ) async throws -> (Act, NewSession?) {
        switch way.purpose {
        case .signIn: return (.signIn, try await SignInByProvider(accounts: accounts)(outcome, answer, as: .visitor))
        case .activation:
            let session = try await ActivateByProvider(accounts: accounts)(
                outcome, invitation: way.invitationHash ?? [], answer, as: .visitor)
            return (.activateAccount, session)
        case .link:
            try await LinkIdentity(accounts: accounts)(outcome, askedBy: way.account, as: caller)
            return (.linkIdentity, nil)
        case .confirmation:
            return (.confirmIdentity, try await ConfirmByProvider(accounts: accounts)(outcome, askedBy: way.account, answer, as: caller))
        }
    }

    /// What was kept for this browser, which counts once: it is gone before the provider is asked.
    private func take(_ answer: ProviderAnswer) async throws -> (way: ProviderSignIn, typed: String?)? {
        guard let state = answer.state, let browser = answer.browser else { return nil }
        let taking = TakeProviderSignIn(stateHash: state.hash, browserHash: browser.hash, at: accounts.now)
        guard let taken = try await registry.noting({ try await $0.first(taking) }) else { return nil }
        return (taken.signIn, taken.typed.flatMap { TypedSeal(of: browser).open($0) })
    }

    /// - Throws: ``AccountFault/providerUnavailable``, which is nobody's decision.
    private func outcome(of answer: ProviderAnswer, _ way: ProviderSignIn, _ provider: OpenIDProvider) async throws -> ProviderOutcome {
        if let issuer = answer.issuer, issuer != provider.settings.issuer.text {
            return .failure(.account(.providerAnswerInvalid(.issuer)))
        }
        guard let code = answer.code else { return .failure(.account(.providerRefused)) }
        let request = AuthorizationRequest(state: "", nonce: way.nonce, codeVerifier: way.codeVerifier)
        do throws(OpenIDFault) {
            return .success(try await provider.identity(byCode: code, answering: request))
        } catch {
            let refusal = Refusal(error)
            if !refusal.isDecision { throw refusal }
            return .failure(refusal)
        }
    }
}
