package import Access
import OpenID
import Store

/// Sends somebody's browser to the identity provider, and keeps what it needs when it comes back.
package struct LeaveForProvider: Sendable {
    /// What somebody goes there for.
    package enum Purpose: Hashable, Sendable {
        case signIn
        /// To take up an invitation.
        case activation(SecretToken)
        /// To link who they are there to their account here.
        case link
        /// To prove once more who they are.
        case confirmation
    }

    /// The way there.
    package struct Way: Sendable {
        /// Where the browser goes; holds what is random of this one sign-in.
        package let address: String
        /// The provider's name on the network, for people.
        package let host: String
        /// What this browser keeps, so that no other one comes back in its place.
        package let browser: SecretToken
    }

    let accounts: UserAccounts
    /// How long somebody may stay there: ten minutes.
    package static let seconds: Int64 = 600

    package init(accounts: UserAccounts) {
        self.accounts = accounts
    }

    /// - Parameters:
    ///   - next: the page of this site to go on to.
    ///   - typed: what was typed before and is wanted back afterwards; nil for nothing.
    ///   - address: where the attempt comes from.
    /// - Throws: ``Refusal/account(_:)`` with ``AccountFault/providerMissing``, ``AccountFault/providerUnavailable``,
    ///   ``AccountFault/confirmationNeeded`` before linking, ``AccountFault/invitationInvalid``, ``AccountFault/tooManyAttempts(seconds:)``.
    package func callAsFunction(
        _ purpose: Purpose, leadingTo next: String, keeping typed: String? = nil, from address: String, as caller: Caller
    ) async throws -> Way {
        try await SignInLimits(registry: accounts.registry).take(login: nil, from: address)
        let provider = try accounts.openProvider()
        let (state, nonce, verifier, browser) = (SecretToken(), SecretToken(), SecretToken(), SecretToken())
        let kept = try await accounts.registry.recordingRefusal(of: purpose.act, on: .account(caller.account), as: caller) {
            try await signIn(purpose, nonce: nonce.text, verifier: verifier.text, leadingTo: next, as: caller)
        }
        let request = AuthorizationRequest(state: state.text, nonce: nonce.text, codeVerifier: verifier.text)
        let address: String
        do throws(OpenIDFault) { address = try await provider.address(for: request) } catch { throw Refusal(error) }
        let (now, sealed) = (accounts.now, try typed.map { try TypedSeal(of: browser).seal($0) })
        try await accounts.registry.noting { transaction in
            try await transaction.run(ForgetProviderSignIns(at: now))
            try await transaction.run(
                InsertProviderSignIn(
                    kept, typed: sealed, stateHash: state.hash, browserHash: browser.hash, until: now.adding(seconds: Self.seconds)))
        }
        return Way(address: address, host: provider.settings.issuer.host, browser: browser)
    }

    private func signIn(
        _ purpose: Purpose, nonce: String, verifier: String, leadingTo next: String, as caller: Caller
    ) async throws -> ProviderSignIn {
        switch purpose {
        case .signIn: return ProviderSignIn(.signIn, nonce: nonce, codeVerifier: verifier, leadingTo: next)
        case .activation(let token):
            guard try await accounts.registry.findingOut(FindInvitation(tokenHash: token.hash, at: accounts.now)).first != nil else {
                throw Refusal.invitationInvalid
            }
            return ProviderSignIn(
                .activation, nonce: nonce, codeVerifier: verifier, invitationHash: token.hash, leadingTo: next)
        case .link, .confirmation:
            guard let account = caller.account else { throw Refusal.signInNeeded }
            // Whoever finds an open browser must not put in an identity of their own.
            if purpose == .link { try accounts.refuseUnconfirmed(caller) }
            return ProviderSignIn(
                purpose == .link ? .link : .confirmation, nonce: nonce, codeVerifier: verifier, account: account, leadingTo: next)
        }
    }
}

extension LeaveForProvider.Purpose {
    /// What is done when the browser has come back.
    package var act: Act {
        switch self {
        case .signIn: .signIn
        case .activation: .activateAccount
        case .link: .linkIdentity
        case .confirmation: .confirmIdentity
        }
    }
}

extension UserAccounts {
    /// - Throws: ``AccountFault/providerMissing`` where nobody has named one.
    func openProvider() throws(Refusal) -> OpenIDProvider {
        guard let provider else { throw .account(.providerMissing) }
        return provider
    }
}

extension Refusal {
    /// What somebody is told of an answer of the provider that tells nothing.
    init(_ fault: OpenIDFault) {
        self =
            switch fault {
            case .unavailable, .description: .account(.providerUnavailable)
            case .codeRefused, .answer: .account(.providerAnswerInvalid(nil))
            case .token(let reason): .account(.providerAnswerInvalid(reason))
            }
    }
}
