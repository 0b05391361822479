package import Access
package import OpenID

/// Why somebody cannot come in, or an account cannot be changed.
package enum AccountFault: Error, Hashable, Sendable {
    /// Login, password or code are wrong, or the account is not active: which of them is not told.
    case signInFailed
    /// The password or code that was to prove who somebody is.
    case proofWrong
    /// The act needs a proof that is not older than some minutes.
    case confirmationNeeded
    /// - seconds: after which it can be tried again.
    case tooManyAttempts(seconds: Int)
    /// It was used, has run out, or never was one: which is not told.
    case invitationInvalid
    case loginTaken(String)
    /// A first account cannot be made where there are accounts.
    case accountsExist
    case disabled(AccountNumber)
    /// Nobody administers their own account.
    case ownAccount
    /// One person cannot hold both: the role that was to be granted, and one that is or was held.
    case rolesIncompatible(Role, Role)
    /// The role cannot be held in such a scope.
    case roleDoesNotFit(Role)
    /// Nobody has named an identity provider.
    case providerMissing
    case providerUnavailable
    /// Somebody came back from the provider with what belongs to another browser, was used before, or is too old: which is not told.
    case providerReturnInvalid
    /// The provider did not sign somebody in, or they turned back there.
    case providerRefused
    /// What the provider sent does not hold; for that reason, where it is the ID token.
    case providerAnswerInvalid(TokenFault?)
    /// The provider vouches for somebody whom no active account is linked to.
    case identityNotLinked
    /// The identity is linked already, or the account to another one of the same provider.
    case identityTaken
    /// Without it nobody could come in by the account.
    case lastWayIn
}

extension AccountFault {
    var sort: Refusal.Sort {
        switch self {
        case .signInFailed, .providerReturnInvalid, .providerRefused, .providerAnswerInvalid, .identityNotLinked: .unauthenticated
        case .proofWrong, .confirmationNeeded, .ownAccount: .forbidden
        case .tooManyAttempts: .tooMany
        case .invitationInvalid, .providerMissing: .notFound
        case .loginTaken, .accountsExist, .disabled, .rolesIncompatible, .identityTaken, .lastWayIn: .conflict
        case .providerUnavailable: .unavailable
        case .roleDoesNotFit: .invalid
        }
    }

    var slug: String {
        switch self {
        case .signInFailed: "sign-in-failed"
        case .proofWrong: "proof-wrong"
        case .confirmationNeeded: "confirmation-needed"
        case .tooManyAttempts: "too-many-attempts"
        case .invitationInvalid: "invitation-invalid"
        case .loginTaken: "login-taken"
        case .accountsExist: "accounts-exist"
        case .disabled: "account-disabled"
        case .ownAccount: "own-account"
        case .rolesIncompatible: "roles-incompatible"
        case .roleDoesNotFit: "role-does-not-fit"
        case .providerMissing: "provider-missing"
        case .providerUnavailable: "provider-unavailable"
        case .providerReturnInvalid: "provider-return-invalid"
        case .providerRefused: "provider-refused"
        case .providerAnswerInvalid(let reason): reason.map { "identity-token-\($0.rawValue)" } ?? "provider-answer-invalid"
        case .identityNotLinked: "identity-not-linked"
        case .identityTaken: "identity-taken"
        case .lastWayIn: "last-way-in"
        }
    }
}

extension Refusal {
    /// The number of the account is in the event, not in the words: which part was wrong is not told.
    static var signInFailed: Refusal { .account(.signInFailed) }
    static var proofWrong: Refusal { .account(.proofWrong) }
    package static var confirmationNeeded: Refusal { .account(.confirmationNeeded) }
    package static var invitationInvalid: Refusal { .account(.invitationInvalid) }
    static var accountsExist: Refusal { .account(.accountsExist) }
    static var ownAccount: Refusal { .account(.ownAccount) }

    static func tooManyAttempts(seconds: Int) -> Refusal { .account(.tooManyAttempts(seconds: seconds)) }
    static func loginTaken(_ login: String) -> Refusal { .account(.loginTaken(login)) }
    static func accountDisabled(_ number: AccountNumber) -> Refusal { .account(.disabled(number)) }
    static func rolesIncompatible(_ role: Role, _ other: Role) -> Refusal { .account(.rolesIncompatible(role, other)) }
    static func roleDoesNotFit(_ role: Role) -> Refusal { .account(.roleDoesNotFit(role)) }
}
