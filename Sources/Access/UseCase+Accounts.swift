extension UseCase {
    /// Whether it is about accounts and coming in: for persons only, never for a program with a token, so that no token makes another one.
    package var isAboutAccounts: Bool {
        switch self {
        case .act(let act): act.isAboutAccounts
        case .reading(let reading): reading.isAboutAccounts
        }
    }
}

extension Act {
    fileprivate var isAboutAccounts: Bool {
        switch self {
        case .signIn, .activateAccount, .signOut, .endOwnSessions, .confirmIdentity, .changePassword, .offerSecondFactor,
            .confirmSecondFactor, .renewRecoveryCodes, .createOwnToken, .revokeOwnToken, .linkIdentity, .unlinkIdentity, .removeIdentity,
            .createFirstAdministrator, .inviteAccount, .renewInvitation, .grantRole, .endRole, .disableAccount, .enableAccount,
            .endAccountSessions, .createAccountToken,
            .revokeAccountToken:
            true
        default: false
        }
    }
}

extension Reading {
    fileprivate var isAboutAccounts: Bool {
        switch self {
        case .showOwnAccount, .listOwnSessions, .listUserAccounts, .showUserAccount: true
        default: false
        }
    }
}
