import Access
import Values

extension AccountFault {
    /// The fault in words. A new case does not compile until it has them.
    var words: RefusalWords {
        switch self {
        case .signInFailed: .signInFailed
        case .proofWrong: .proofWrong
        case .confirmationNeeded: .confirmationNeeded
        case .tooManyAttempts(let seconds): .tooManyAttempts(seconds)
        case .invitationInvalid: .invitationInvalid
        case .loginTaken(let login): .loginTaken(Refusal.shortened(login))
        case .accountsExist: .accountsExist
        case .disabled(let number): .accountDisabled(number)
        case .ownAccount: .ownAccount
        case .rolesIncompatible(let role, let other): .rolesIncompatible(role.words, other.words)
        case .roleDoesNotFit(let role): .roleDoesNotFit(role.words)
        case .providerMissing: .providerMissing
        case .providerUnavailable: .providerUnavailable
        case .providerReturnInvalid: .providerReturnInvalid
        case .providerRefused: .providerRefused
        case .providerAnswerInvalid(let reason): .providerAnswerInvalid(reason)
        case .identityNotLinked: .identityNotLinked
        case .identityTaken: .identityTaken
        case .lastWayIn: .lastWayIn
        }
    }
}
