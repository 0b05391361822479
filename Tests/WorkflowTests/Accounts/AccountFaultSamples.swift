import Access
import OpenID
import Testing
import Workflow

/// One fault of each case.
enum AccountFaultSamples {
    static func all() throws -> [AccountFault] {
        let number = try #require(AccountNumber(rawValue: 7))
        let samples: [AccountFault] = [
            .signInFailed, .proofWrong, .confirmationNeeded, .tooManyAttempts(seconds: 30), .invitationInvalid, .loginTaken("zhang"),
            .accountsExist, .disabled(number), .ownAccount, .rolesIncompatible(.official, .systemAdministrator), .roleDoesNotFit(.official),
            .providerMissing, .providerUnavailable, .providerReturnInvalid, .providerRefused, .providerAnswerInvalid(nil),
            .identityNotLinked,
            .identityTaken, .lastWayIn,
        ]
        #expect(Set(samples.map(name)).count == 19, "a case has no sample")
        return samples + TokenFault.allCases.map { .providerAnswerInvalid($0) }
    }

    /// A new case does not compile until it stands here, and is then added above and counted.
    private static func name(_ fault: AccountFault) -> String {
        switch fault {
        case .signInFailed: "signInFailed"
        case .proofWrong: "proofWrong"
        case .confirmationNeeded: "confirmationNeeded"
        case .tooManyAttempts: "tooManyAttempts"
        case .invitationInvalid: "invitationInvalid"
        case .loginTaken: "loginTaken"
        case .accountsExist: "accountsExist"
        case .disabled: "disabled"
        case .ownAccount: "ownAccount"
        case .rolesIncompatible: "rolesIncompatible"
        case .roleDoesNotFit: "roleDoesNotFit"
        case .providerMissing: "providerMissing"
        case .providerUnavailable: "providerUnavailable"
        case .providerReturnInvalid: "providerReturnInvalid"
        case .providerRefused: "providerRefused"
        case .providerAnswerInvalid: "providerAnswerInvalid"
        case .identityNotLinked: "identityNotLinked"
        case .identityTaken: "identityTaken"
        case .lastWayIn: "lastWayIn"
        }
    }
}
