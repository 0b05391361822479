import Access
import Testing
import Values

@testable import Workflow

struct InvitationTests {
    private static func invite(_ test: TestRegistry, _ login: String = "zhang") async throws -> Invitation {
        try await InviteAccount(accounts: test.accounts)(LoginName(new: login), displayName: "张三", as: .localOperator)
    }

    private static func activate(_ test: TestRegistry, _ token: SecretToken, _ password: String = TestPerson.password) async throws
        -> Account
    {
        try await ActivateAccount(accounts: test.accounts)(token, password: password, from: "10.0.0.1", as: .visitor)
    }

    @Test func `an invitation counts once and for a week`() async throws {
        try await TestRegistry.run { test in
            let (first, second) = (try await Self.invite(test), try await Self.invite(test, "li"))
            let week: Int64 = 7 * 24 * 3600
            #expect(try await test.refusal { _ = try await Self.activate(test, SecretToken()) } == "invitation-invalid")
            let last = test.later(week - 1)
            #expect(try await Self.activate(last, first.token).state == .active)
            #expect(
                try await test.refusal { _ = try await Self.activate(last, first.token, "a different sentence") } == "invitation-invalid")
            let over = test.later(week)
            #expect(try await test.refusal { _ = try await Self.activate(over, second.token) } == "invitation-invalid")
            _ = try await over.signIn("zhang")
        }
    }

    @Test func `of many who use one invitation at once one gets it`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let invitation = try await Self.invite(test)
            let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        try await test.refusal { _ = try await Self.activate(test, invitation.token, "sentence number \(number)") }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == "invitation-invalid" } == 7)
        }
    }

    @Test func `a password that is guessed does not use the invitation up`() async throws {
        try await TestRegistry.run { test in
            let invitation = try await Self.invite(test)
            #expect(try await test.refusal { _ = try await Self.activate(test, invitation.token, "zhang2024") } == "value-not-possible")
            #expect(try await test.refusal { _ = try await Self.activate(test, invitation.token, "short") } == "value-not-possible")
            _ = try await Self.activate(test, invitation.token)
        }
    }

    @Test func `a new invitation replaces the old one, and taking it up replaces everything that was lost`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.official()])
            let session = try await test.signIn("zhang")
            let (seed, result) = try await test.addSecondFactor(to: session)
            let renew = RenewInvitation(accounts: test.accounts)
            let older = try await renew(person.account, secondFactorLost: true, as: .localOperator)
            let newer = try await renew(person.account, secondFactorLost: true, as: .localOperator)
            #expect(try await test.identify(result.session.token) != nil, "until it is taken up, nothing changes")
            #expect(try await test.refusal { _ = try await Self.activate(test, older.token) } == "invitation-invalid")
            _ = try await Self.activate(test, newer.token, "another long sentence")
            #expect(try await test.identify(result.session.token) == nil)
            #expect(try await test.refusal { _ = try await test.signIn("zhang") } == "sign-in-failed")
            let again = try await test.signIn("zhang", password: "another long sentence", code: test.code(of: seed))
            #expect(again.secondFactor == .toSetUp, "the lost telephone is worth nothing")
        }
    }

    @Test func `whoever forgot the password alone is asked for the second factor as before`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.official()])
            let (seed, result) = try await test.addSecondFactor(to: test.signIn("zhang"))
            let invitation = try await RenewInvitation(accounts: test.accounts)(
                person.account, secondFactorLost: false, as: .localOperator)
            _ = try await Self.activate(test, invitation.token, "another long sentence")
            #expect(try await test.identify(result.session.token) == nil, "sessions end all the same")
            #expect(try await test.refusal { _ = try await test.signIn("zhang") } == "sign-in-failed")
            let half = try await test.signIn("zhang", password: "another long sentence")
            #expect(half.secondFactor == .needed)
            let later = test.later(60)
            let whole = try await later.signIn("zhang", password: "another long sentence", code: later.code(of: seed))
            #expect(whole.secondFactor == .given)
            let paper = try await later.signIn("zhang", password: "another long sentence", code: result.recoveryCodes[0].text)
            #expect(paper.secondFactor == .given)
        }
    }

    @Test func `a login belongs to one account, however it is written`() async throws {
        try await TestRegistry.run { test in
            _ = try await Self.invite(test, "zhang.wei")
            for login in ["Zhang.Wei", " zhang.wei", "ｚｈａｎｇ.ｗｅｉ"] {
                #expect(try await test.refusal { _ = try await Self.invite(test, login) } == "login-taken", "\(login)")
            }
            for login in ["", "a", "a b", "a\nb", "<script>", "13800138000", String(repeating: "a", count: 65)] {
                #expect(try await test.refusal { _ = try await Self.invite(test, login) } == "malformed-value", "\(login)")
            }
            _ = try await Self.invite(test, "王小二")
        }
    }

    @Test func `the first administrator is made once, and only while there is no account`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            #expect(try await CheckForAccounts(accounts: test.accounts)() == false)
            let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        try await test.refusal {
                            _ = try await CreateFirstAdministrator(accounts: test.accounts)(
                                LoginName(new: "admin\(number)x"), displayName: "管理员", as: .localOperator)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == "accounts-exist" } == 7)
            #expect(try await CheckForAccounts(accounts: test.accounts)())
            let found = try await ListUserAccounts(accounts: test.accounts)(AccountFilter(), page: PageRequest(), as: .localOperator).items
            #expect(found.map(\.duty) == [.security] && found.map(\.state) == [.invited])
            #expect(
                try await test.refusal {
                    _ = try await CreateFirstAdministrator(accounts: test.accounts)(LoginName(new: "me"), displayName: "我", as: .visitor)
                } == "sign-in-needed")
        }
    }
}
