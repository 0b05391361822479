import Access
import Postgres
import Store
import Testing
import Values

@testable import Workflow

extension Write {
    static let accounts = comingIn + ownAccount + identities + administration

    private static func active(_ test: TestRegistry, _ attempt: Attempt) async throws {
        try await attempt.makeAccount(in: test)
    }

    private static let withSession: Body = { test, attempt in
        try await active(test, attempt)
        try await attempt.makeSession(attempt.token, in: test)
    }

    private static let withRole: Body = { test, attempt in
        try await active(test, attempt)
        try await attempt.makeRole(in: test)
    }

    private static let withToken: Body = { test, attempt in
        try await withRole(test, attempt)
        try await attempt.makeApiToken(in: test)
    }

    private static let comingIn = [
        Write(.signIn, "sign in", prepare: active) { test, attempt in
            _ = try await SignIn(accounts: test.accounts)(
                SignInAttempt(login: attempt.mark, password: TestPerson.password, address: attempt.address), as: attempt.visitor(in: test))
        },
        Write(
            .activateAccount, "activate an account",
            prepare: { test, attempt in
                try await active(test, attempt)
                try await attempt.makeInvitation(in: test)
            }
        ) { test, attempt in
            _ = try await ActivateAccount(accounts: test.accounts)(
                attempt.token, password: "another long sentence", from: attempt.address, as: attempt.visitor(in: test))
        },
        Write(.signOut, "sign out", prepare: withSession) { test, attempt in
            try await SignOut(accounts: test.accounts)(attempt.token, as: attempt.owner(in: test))
        },
        Write(
            .endOwnSessions, "end other sessions",
            prepare: { test, attempt in
                try await withSession(test, attempt)
                try await attempt.makeSession(SecretToken(), in: test)
            }
        ) { test, attempt in
            try await EndOwnSessions(accounts: test.accounts)(.allBut(attempt.token), as: attempt.owner(in: test))
        },
        Write(.confirmIdentity, "confirm who one is", prepare: withSession) { test, attempt in
            _ = try await ConfirmIdentity(accounts: test.accounts)(
                .password(TestPerson.password), of: attempt.token, as: attempt.owner(in: test))
        },
    ]

    private static let ownAccount = [
        Write(.changePassword, "change a password", prepare: withSession) { test, attempt in
            _ = try await ChangePassword(accounts: test.accounts)(
                from: TestPerson.password, to: "another long sentence", of: attempt.token, as: attempt.owner(in: test))
        },
        Write(.offerSecondFactor, "offer a second factor", prepare: active) { test, attempt in
            _ = try await OfferSecondFactor(accounts: test.accounts)(as: attempt.owner(in: test))
        },
        Write(
            .confirmSecondFactor, "confirm a second factor",
            prepare: { test, attempt in
                try await withSession(test, attempt)
                try await attempt.makeSecondFactor(isConfirmed: false, in: test)
            }
        ) { test, attempt in
            _ = try await ConfirmSecondFactor(accounts: test.accounts)(
                test.code(of: attempt.seed), of: attempt.token, as: attempt.owner(in: test))
        },
        Write(
            .renewRecoveryCodes, "renew recovery codes",
            prepare: { test, attempt in
                try await active(test, attempt)
                try await attempt.makeSecondFactor(isConfirmed: true, in: test)
            }
        ) { test, attempt in
            _ = try await RenewRecoveryCodes(accounts: test.accounts)(as: attempt.owner(in: test, isTwoFactor: true))
        },
        Write(.createOwnToken, "make a token of one's own", prepare: withRole) { test, attempt in
            let draft = try await draft(test, attempt)
            _ = try await CreateOwnToken(accounts: test.accounts)(draft, as: attempt.owner(in: test))
        },
        Write(.revokeOwnToken, "revoke a token of one's own", prepare: withToken) { test, attempt in
            let token = try #require(try await file(test, attempt).tokens.first).number
            try await RevokeOwnToken(accounts: test.accounts)(token, as: attempt.owner(in: test))
        },
    ]

    private static let withIdentity: Body = { test, attempt in
        try await withSession(test, attempt)
        try await attempt.makeIdentity(in: test)
    }

    private static let identities = [
        Write(.signIn, "sign in by a provider", prepare: withIdentity) { test, attempt in
            _ = try await SignInByProvider(accounts: test.accounts)(
                .success(attempt.identity), attempt.answer(), as: attempt.visitor(in: test))
        },
        Write(
            .activateAccount, "activate an account by a provider",
            prepare: { test, attempt in
                try await active(test, attempt)
                try await attempt.makeInvitation(in: test)
            }
        ) { test, attempt in
            _ = try await ActivateByProvider(accounts: test.accounts)(
                .success(attempt.identity), invitation: attempt.token.hash, attempt.answer(), as: attempt.visitor(in: test))
        },
        Write(.confirmIdentity, "confirm who one is by a provider", prepare: withIdentity) { test, attempt in
            let owner = try await attempt.owner(in: test)
            _ = try await ConfirmByProvider(accounts: test.accounts)(
                .success(attempt.identity), askedBy: owner.account, attempt.answer(), as: owner)
        },
        Write(.linkIdentity, "link an identity", prepare: active) { test, attempt in
            let owner = try await attempt.owner(in: test)
            try await LinkIdentity(accounts: test.accounts)(.success(attempt.identity), askedBy: owner.account, as: owner)
        },
        Write(.unlinkIdentity, "unlink an identity", prepare: withIdentity) { test, attempt in
            let identity = try await identity(test, attempt)
            try await UnlinkIdentity(accounts: test.accounts)(
                identity, keeping: attempt.token, as: attempt.owner(in: test))
        },
        Write(.removeIdentity, "remove an account's identity", prepare: withIdentity) { test, attempt in
            let identity = try await identity(test, attempt)
            _ = try await RemoveIdentity(accounts: test.accounts)(identity, of: attempt.account(in: test), as: test.caller)
        },
    ]

    private static let administration = [
        Write(
            .createFirstAdministrator, "make the first administrator",
            prepare: { test, _ in _ = try await test.pool.query("TRUNCATE accounts CASCADE") }
        ) { test, attempt in
            _ = try await CreateFirstAdministrator(accounts: test.accounts)(
                LoginName(new: attempt.mark), displayName: "管理员", as: test.caller)
        },
        Write(.inviteAccount, "invite somebody") { test, attempt in
            _ = try await InviteAccount(accounts: test.accounts)(LoginName(new: attempt.mark), displayName: "张三", as: test.caller)
        },
        Write(.renewInvitation, "invite somebody again", prepare: active) { test, attempt in
            _ = try await RenewInvitation(accounts: test.accounts)(
                attempt.account(in: test), secondFactorLost: false, as: test.caller)
        },
        Write(
            .grantRole, "grant a role",
            prepare: { test, attempt in
                try await active(test, attempt)
                try await test.commissionHub()
            }
        ) { test, attempt in
            _ = try await GrantRole(accounts: test.accounts)(.staff(), to: attempt.account(in: test), as: test.caller)
        },
        Write(.endRole, "end a role", prepare: withRole) { test, attempt in
            let holding = try #require(try await file(test, attempt).holdings.first).number
            _ = try await EndRole(accounts: test.accounts)(holding, of: attempt.account(in: test), last: nil, as: test.caller)
        },
        Write(.disableAccount, "disable an account", prepare: withSession) { test, attempt in
            _ = try await DisableAccount(accounts: test.accounts)(attempt.account(in: test), as: test.caller)
        },
        Write(
            .enableAccount, "enable an account",
            prepare: { test, attempt in
                try await active(test, attempt)
                try await attempt.change(in: test) { try await $0.run(UpdateAccountState($1, .disabled)) }
            }
        ) { test, attempt in
            _ = try await EnableAccount(accounts: test.accounts)(attempt.account(in: test), as: test.caller)
        },
        Write(.endAccountSessions, "end somebody's sessions", prepare: withSession) { test, attempt in
            _ = try await EndAccountSessions(accounts: test.accounts)(attempt.account(in: test), as: test.caller)
        },
        Write(.createAccountToken, "make a token for an account", prepare: withRole) { test, attempt in
            let draft = try await draft(test, attempt)
            _ = try await CreateAccountToken(accounts: test.accounts)(draft, for: attempt.account(in: test), as: test.caller)
        },
        Write(.revokeAccountToken, "revoke an account's token", prepare: withToken) { test, attempt in
            let token = try #require(try await file(test, attempt).tokens.first).number
            try await RevokeAccountToken(accounts: test.accounts)(token, of: attempt.account(in: test), as: test.caller)
        },
    ]

    private static func draft(_ test: TestRegistry, _ attempt: Attempt) async throws -> ApiTokenDraft {
        let holding = try #require(try await file(test, attempt).holdings.first).number
        return ApiTokenDraft(name: "同步", holding: holding, scopes: ["read"], days: 30)
    }

    /// The number of the attempt's identity; one that there never was when it is gone, as whoever asks again finds it.
    private static func identity(_ test: TestRegistry, _ attempt: Attempt) async throws -> Int64 {
        try await file(test, attempt).identities.first?.number ?? .max
    }

    private static func file(_ test: TestRegistry, _ attempt: Attempt) async throws -> AccountFile {
        try await ShowUserAccount(accounts: test.accounts)(attempt.account(in: test), as: .localOperator)
    }
}
