import Access
import Incubation
import Testing
import Values

@testable import Workflow

struct SecondFactorTests {
    @Test func `an official's roles do not count before the second factor`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person(roles: [.official(), .staff()])
            let number = try await test.organization()
            let session = try await test.signIn("zhang")
            #expect(session.secondFactor == .toSetUp)
            let before = try await test.caller(session.token)
            func write(_ caller: Caller) async throws -> String? {
                try await test.refusal {
                    let visit = Activity(heldOn: test.registry.today, kind: .visit, title: "走访")
                    _ = try await RecordActivity(registry: test.registry)(number, visit, as: caller)
                }
            }
            func record(_ caller: Caller) async throws -> String? {
                try await test.refusal {
                    let step = LegalStatusStep(status: .filingCancelled, since: test.registry.today)
                    _ = try await RecordLegalStatus(registry: test.registry)(number, version: 1, step: step, as: caller)
                }
            }
            #expect(try await record(before) == "second-factor-needed")
            #expect(try await write(before) != nil, "nor does any other role of the account")
            let (_, result) = try await test.addSecondFactor(to: session)
            let after = try await test.caller(result.session.token)
            #expect(try await write(after) == nil)
            #expect(try await record(after) == nil)
        }
    }

    @Test func `who has a second factor holds nothing until it is given`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person(roles: [.staff()])
            let (seed, _) = try await test.addSecondFactor(to: test.signIn("zhang"))
            let half = try await test.signIn("zhang")
            #expect(half.secondFactor == .needed)
            guard case .account(let holdings, false) = try await test.caller(half.token).requester else { throw TestFailure() }
            #expect(holdings == [])
            let whole = try await ConfirmIdentity(accounts: test.accounts)(
                .code(test.code(of: seed)), of: half.token, as: test.caller(half.token))
            #expect(whole.secondFactor == .given)
            #expect(try await test.identify(half.token) == nil, "the token changes with what it is worth")
            guard case .account(let full, true) = try await test.caller(whole.token).requester else { throw TestFailure() }
            #expect(full.map(\.role) == [.hubStaff])
        }
    }

    @Test func `a code counts once, at sign-in and afterwards`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person()
            let (seed, _) = try await test.addSecondFactor(to: test.signIn("zhang"))
            let code = test.code(of: seed)
            #expect(try await test.signIn("zhang", code: code).secondFactor == .given)
            #expect(try await test.refusal { _ = try await test.signIn("zhang", code: code) } == "sign-in-failed")
            #expect(
                try await test.refusal { _ = try await test.signIn("zhang", code: test.code(of: seed, stepsAhead: -1)) } == "sign-in-failed"
            )
            #expect(try await test.signIn("zhang", code: test.code(of: seed, stepsAhead: 1)).secondFactor == .given)
        }
    }

    @Test func `of many who send one code at once one comes in`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            _ = try await test.person()
            let (seed, result) = try await test.addSecondFactor(to: test.signIn("zhang"))
            for code in [test.code(of: seed), result.recoveryCodes[0].text] {
                let later = test.later(code.count > 6 ? 1200 : 0)
                let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                    for number in 0..<5 {
                        group.addTask {
                            try await later.refusal { _ = try await later.signIn("zhang", code: code, from: "10.0.1.\(number)") }
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count { $0 == nil } == 1, "\(outcomes)")
            }
        }
    }

    @Test func `a recovery code counts once, and new ones replace all`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person()
            let (_, result) = try await test.addSecondFactor(to: test.signIn("zhang"))
            #expect(result.recoveryCodes.count == 10)
            let code = result.recoveryCodes[3].text
            #expect(try await test.signIn("zhang", code: code.lowercased()).secondFactor == .given)
            #expect(try await test.refusal { _ = try await test.signIn("zhang", code: code) } == "sign-in-failed")
            let file = try await ShowUserAccount(accounts: test.accounts)(person.account, as: .localOperator)
            #expect(file.recoveryCodesLeft == 9)
            let caller = try await test.caller(result.session.token)
            let renewed = try await RenewRecoveryCodes(accounts: test.accounts)(as: caller)
            let old = result.recoveryCodes[4].text
            #expect(try await test.refusal { _ = try await test.signIn("zhang", code: old) } == "sign-in-failed")
            _ = try await test.signIn("zhang", code: renewed[4].text)
        }
    }

    @Test func `codes cannot be tried through`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person()
            let (seed, _) = try await test.addSecondFactor(to: test.signIn("zhang"))
            let half = try await test.signIn("zhang")
            let caller = try await test.caller(half.token)
            var answers: [String?] = []
            for number in 0..<8 {
                answers.append(
                    try await test.refusal {
                        _ = try await ConfirmIdentity(accounts: test.accounts)(.code("00000\(number)"), of: half.token, as: caller)
                    })
            }
            // One of the five was used to set it up.
            #expect(answers.prefix(4).allSatisfy { $0 == "proof-wrong" } && answers.suffix(4).allSatisfy { $0 == "too-many-attempts" })
            #expect(
                try await test.refusal {
                    _ = try await ConfirmIdentity(accounts: test.accounts)(.code(test.code(of: seed)), of: half.token, as: caller)
                } == "too-many-attempts")
        }
    }

    @Test func `a wrong code at sign-in is answered like a wrong password`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person()
            _ = try await test.addSecondFactor(to: test.signIn("zhang"))
            #expect(try await test.refusal { _ = try await test.signIn("zhang", code: "000000") } == "sign-in-failed")
            #expect(
                try await test.refusal { _ = try await test.signIn("zhang", password: "wrong one", code: "000000") } == "sign-in-failed")
        }
    }

    @Test func `a second factor is replaced with the second factor, not with the password`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person()
            let (_, result) = try await test.addSecondFactor(to: test.signIn("zhang"))
            let half = try await test.signIn("zhang")
            let caller = try await test.caller(half.token)
            #expect(
                try await test.refusal { _ = try await OfferSecondFactor(accounts: test.accounts)(as: caller) } == "second-factor-needed")
            #expect(
                try await test.refusal {
                    _ = try await ConfirmIdentity(accounts: test.accounts)(.password(TestPerson.password), of: half.token, as: caller)
                } == "proof-wrong")
            let whole = try await test.caller(result.session.token)
            _ = try await OfferSecondFactor(accounts: test.accounts)(.sha256, as: whole)
            #expect(try await test.identify(half.token) != nil, "an offer that is not taken up changes nothing")
        }
    }

    @Test func `setting it up ends sessions that were opened without it`() async throws {
        try await TestRegistry.run { test in
            _ = try await test.person()
            let other = try await test.signIn("zhang")
            _ = try await test.addSecondFactor(to: test.signIn("zhang"))
            #expect(try await test.identify(other.token) == nil)
        }
    }
}
