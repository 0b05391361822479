import Access
import Postgres
import Store
import Testing
import Values

@testable import Workflow

struct SignInTests {
    @Test func `who was invited and has chosen a password comes in with their roles`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person(roles: [.staff()])
            let session = try await test.signIn("ZHANG ")
            #expect(session.account.number == person.account && session.secondFactor == .notNeeded)
            let found = try #require(try await test.identify(session.token))
            #expect(found.caller.account == person.account)
            guard case .account(let holdings, false) = found.caller.requester else { throw TestFailure() }
            #expect(holdings.map(\.role) == [.hubStaff])
            #expect(found.session.device == "Firefox" && found.csrf.isEqual(to: session.csrf))
        }
    }

    @Test func `unknown, wrong, invited and disabled are answered alike, after the same work`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person("zhang")
            let gone = try await test.person("gone")
            _ = try await DisableAccount(accounts: test.accounts)(gone.account, as: .localOperator)
            _ = try await InviteAccount(accounts: test.accounts)(LoginName(new: "invited"), displayName: "李四", as: .localOperator)
            let hasher = PasswordHasher(parameters: .cheap)
            let accounts = UserAccounts(registry: test.registry, hasher: hasher, seal: TestRegistry.seal)
            for (login, password) in [
                ("nobody", TestPerson.password), ("zhang", "another sentence"), ("gone", TestPerson.password),
                ("invited", TestPerson.password),
                ("gone", "another sentence"), ("", TestPerson.password), ("nobody\u{0}x", "x"),
            ] {
                let before = await hasher.computed
                await #expect(throws: Refusal.account(.signInFailed), "\(login)") {
                    try await SignIn(accounts: accounts)(SignInAttempt(login: login, password: password, address: "10.0.0.1"), as: .visitor)
                }
                #expect(await hasher.computed == before + 1, "\(login): one hash, whoever it is")
            }
        }
    }

    @Test func `a failed attempt is recorded with the account and without the login`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person()
            _ = try? await test.signIn("zhang", password: "another sentence")
            _ = try? await test.signIn("nobody")
            let events = try await test.events().filter { $0.entry.act == "sign-in" }.map(\.entry)
            #expect(events.map(\.subjectKey) == [person.account.description, nil])
            #expect(events.map(\.refusal) == ["sign-in-failed", "sign-in-failed"])
            #expect(events.map(\.caller) == ["visitor", "visitor"])
        }
    }

    @Test func `a session that was there before signing in is worth nothing afterwards`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person("victim")
            _ = try await test.person("attacker")
            let planted = try await test.signIn("attacker").token
            let session = try await test.signIn("victim", replacing: planted)
            #expect(session.token != planted)
            #expect(try await test.identify(planted) == nil, "the planted session has ended")
            let invented = SecretToken()
            let other = try await test.signIn("victim", replacing: invented)
            #expect(other.token != invented, "nobody chooses their token")
            #expect(try await test.identify(invented) == nil)
        }
    }

    @Test func `an old hash is made anew when its person signs in, and only then`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person()
            let old = try await test.passwordHash(person)
            let parameters = try #require(ScryptParameters(storedCost: 5, blockSize: 1, parallelism: 1))
            let accounts = UserAccounts(registry: test.registry, hasher: PasswordHasher(parameters: parameters), seal: nil)
            var attempt = SignInAttempt(login: "zhang", password: "another sentence", address: "10.0.0.1")
            _ = try? await SignIn(accounts: accounts)(attempt, as: .visitor)
            #expect(try await test.passwordHash(person) == old)
            attempt.password = TestPerson.password
            _ = try await SignIn(accounts: accounts)(attempt, as: .visitor)
            let new = try await test.passwordHash(person)
            #expect(new.hasPrefix("$scrypt$ln=5,r=1,p=1$"))
            _ = try await SignIn(accounts: accounts)(attempt, as: .visitor)
            #expect(try await test.passwordHash(person) == new)
        }
    }

    @Test func `a session ends after half an hour of rest and after twelve hours of work`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person()
            let token = try await test.signIn("zhang").token
            #expect(try await test.later(30 * 60 - 1).identify(token) != nil)
            // That was a use, which counts from now on.
            #expect(try await test.later(60 * 60 - 2).identify(token) != nil)
            #expect(try await test.later(90 * 60 - 1).identify(token) == nil, "thirty minutes and a second later")
            let worked = try await test.signIn("zhang").token
            for minute in stride(from: Int64(20), through: 719, by: 20) {
                #expect(try await test.later(minute * 60).identify(worked) != nil)
            }
            #expect(try await test.later(12 * 3600).identify(worked) == nil)
        }
    }

    @Test func `what was granted or ended counts in sessions that go on`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person()
            let token = try await test.signIn("zhang").token
            try await test.commissionHub()
            func roles() async throws -> [Role] {
                guard case .account(let holdings, _) = try await test.caller(token).requester else { return [] }
                return holdings.map(\.role)
            }
            #expect(try await roles() == [])
            let holdings = try await GrantRole(accounts: test.accounts)(.staff(), to: person.account, as: .localOperator)
            #expect(try await roles() == [.hubStaff])
            let number = try #require(holdings.first?.number)
            _ = try await EndRole(accounts: test.accounts)(number, of: person.account, last: nil, as: .localOperator)
            #expect(try await roles() == [])
        }
    }

    @Test func `who tries too often waits, and the person at their usual place does not`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person("zhang")
            _ = try await test.signIn("zhang", from: "10.0.0.1")
            var answers: [String?] = []
            for number in 0..<40 {
                let address = "192.0.2.\(number)"
                answers.append(try await test.refusal { _ = try await test.signIn("zhang", password: "guess \(number)", from: address) })
            }
            // The person's own sign-in was one of the twenty.
            #expect(answers.prefix(19).allSatisfy { $0 == "sign-in-failed" })
            #expect(answers.suffix(21).allSatisfy { $0 == "too-many-attempts" })
            _ = try await test.signIn("zhang", from: "10.0.0.1")
            #expect(try await test.refusal { _ = try await test.signIn("zhang", from: "192.0.2.99") } == "too-many-attempts")
            _ = try await test.later(31).signIn("zhang", from: "192.0.2.99")
        }
    }

    @Test func `an unknown login is slowed down like a known one`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person("zhang")
            func answers(_ login: String) async throws -> [String?] {
                var answers: [String?] = []
                for _ in 0..<15 {
                    answers.append(try await test.refusal { _ = try await test.signIn(login, password: "guess it", from: "192.0.2.1") })
                }
                return answers
            }
            let (known, unknown) = (try await answers("zhang"), try await answers("nobody"))
            #expect(known == unknown)
            #expect(known.last == "too-many-attempts" && known.first == "sign-in-failed")
        }
    }
}

struct TestFailure: Error {}

extension TestRegistry {
    func passwordHash(_ person: TestPerson) async throws -> String {
        try await pool.query("SELECT password_hash FROM accounts WHERE account = \(person.account.rawValue)")[0].decode(as: String.self)
    }
}
