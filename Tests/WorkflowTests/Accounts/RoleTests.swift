import Access
import Incubation
import SeededRandom
import Testing
import Values

@testable import Workflow

struct RoleTests {
    private static func grants(_ test: TestRegistry) throws -> [RoleGrant] {
        try Role.allCases.map { role in
            let scope: Scope =
                role.isAdministrator
                ? .nation
                : role == .organizationMember ? .organization(try #require(OrganizationNumber("320613-1"))) : .area(try test.area())
            return RoleGrant(role: role, scope: scope)
        }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `whatever is granted and ended, nobody administers and decides, nor administers twice`(seed: UInt64) async throws {
        try await TestRegistry.run { test in
            var random = Seed(seed)
            _ = try await test.organization()
            let people = [try await test.person("a1").account, try await test.person("b2").account]
            try await test.commissionHub()
            let grants = try Self.grants(test)
            var granted = 0
            var running: [Int64: Role] = [:]
            for _ in 0..<30 {
                let person = try #require(people.randomElement(using: &random))
                let held = try await ShowUserAccount(accounts: test.accounts)(person, as: .localOperator).holdings
                if let old = held.first, Int.random(in: 0..<4, using: &random) == 0 {
                    let refusal = try await test.refusal {
                        _ = try await EndRole(accounts: test.accounts)(old.number, of: person, last: nil, as: .localOperator)
                    }
                    #expect((refusal == nil) == (running.removeValue(forKey: old.number) != nil))
                    continue
                }
                let grant = try #require(grants.randomElement(using: &random))
                let refusal = try await test.refusal {
                    _ = try await GrantRole(accounts: test.accounts)(grant, to: person, as: .localOperator)
                }
                let mayBoth = held.allSatisfy { $0.role.isCompatible(with: grant.role) }
                let hasIt = held.contains { running[$0.number] == grant.role }
                #expect(
                    refusal == (!mayBoth ? "roles-incompatible" : hasIt ? "role-holding-already-recorded" : nil), "\(grant.role), \(held)")
                granted += refusal == nil ? 1 : 0
                let holdings = try await ShowUserAccount(accounts: test.accounts)(person, as: .localOperator).holdings
                if refusal == nil, let new = holdings.map(\.number).max() { running[new] = grant.role }
                let after = Set(holdings.map(\.role))
                #expect(after.count { $0.isAdministrator } == 0 || after.count == 1, "\(after)")
            }
            #expect(granted > 1)
        }
    }

    @Test func `a role is granted where it fits and where there is something`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person().account
            func grant(_ role: Role, _ scope: Scope, until: Day? = nil) async throws -> String? {
                try await test.refusal {
                    _ = try await GrantRole(accounts: test.accounts)(
                        RoleGrant(role: role, scope: scope, until: until), to: person, as: .localOperator)
                }
            }
            #expect(try await grant(.official, .organization(test.organization())) == "role-does-not-fit")
            #expect(try await grant(.organizationMember, .nation) == "role-does-not-fit")
            #expect(try await grant(.systemAdministrator, .area(test.area())) == "role-does-not-fit")
            #expect(try await grant(.official, .area(test.area("320699"))) == "area-unknown")
            #expect(
                try await grant(.organizationMember, .organization(#require(OrganizationNumber("320613-99")))) == "organization-not-found")
            #expect(try await grant(.official, .area(test.area()), until: test.day("2026-06-29")) == "value-not-possible")
            #expect(try await grant(.official, .area(test.area()), until: test.day("2026-12-31")) == nil)
            #expect(try await grant(.official, .area(test.area())) == "role-holding-already-recorded", "part of the time")
            #expect(try await grant(.official, .area(test.area("320613002"))) == nil)
        }
    }

    @Test func `a hub's people act inside its contract's area and time`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person().account
            func grant(_ area: String, contract: Int64? = nil, from: String? = nil) async throws -> String? {
                try await test.refusal {
                    _ = try await GrantRole(accounts: test.accounts)(
                        RoleGrant(
                            role: .hubStaff, scope: .area(test.area(area)), from: from.map { try test.day($0) }, contract: contract),
                        to: person, as: .localOperator)
                }
            }
            #expect(try await grant("320613001") == "contract-missing", "before any contract")
            let contract = HubContract(
                hub: "城东枢纽", purchaser: "民政局", area: try test.area("320613001"), from: try test.day("2026-01-01"),
                until: try test.day("2026-12-31"))
            let number = try await RecordContract(registry: test.registry)(contract, as: .localOperator).number
            #expect(try await grant("320613002") == "contract-missing", "beside the area")
            #expect(try await grant("320613") == "contract-missing", "around the area")
            #expect(try await grant("320613001", contract: number, from: "2027-01-01") == "contract-missing", "behind its end")
            #expect(try await grant("320613001", contract: number + 1) == "contract-not-found")
            let nation = RoleGrant(role: .hubStaff, scope: .nation)
            #expect(
                try await test.refusal { _ = try await GrantRole(accounts: test.accounts)(nation, to: person, as: .localOperator) }
                    == "role-does-not-fit")
            let other = RoleGrant(role: .reviewer, scope: .area(try test.area()), contract: number)
            #expect(
                try await test.refusal { _ = try await GrantRole(accounts: test.accounts)(other, to: person, as: .localOperator) }
                    == "value-not-possible")
            #expect(try await grant("320613001") == nil)
            let session = try await test.signIn("zhang")
            #expect(try await holdings(of: session, in: test).map(\.until) == [try test.day("2026-12-31")], "no longer than the contract")
            _ = try await EndContract(registry: test.registry)(
                number, lastDay: test.registry.today.adding(days: -1), version: 1, as: .localOperator)
            #expect(try await holdings(of: session, in: test).isEmpty, "at once, when the contract is ended")
        }
    }

    private func holdings(of session: NewSession, in test: TestRegistry) async throws -> [Holding] {
        guard case .account(let holdings, _) = try await test.caller(session.token).requester else { throw TestFailure() }
        return holdings
    }

    @Test func `a role counts from its first day to its last`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person()
            try await test.commissionHub()
            let grant = RoleGrant(
                role: .hubStaff, scope: .area(try test.area()), from: try test.day("2026-07-01"), until: try test.day("2026-07-02"))
            _ = try await GrantRole(accounts: test.accounts)(grant, to: person.account, as: .localOperator)
            for (days, counts) in [(0, false), (1, true), (2, true), (3, false)] {
                let then = test.later(Int64(days) * 86_400)
                let session = try await then.signIn("zhang")
                guard case .account(let holdings, _) = try await then.caller(session.token).requester else { throw TestFailure() }
                #expect(!holdings.isEmpty == counts, "day \(days)")
            }
        }
    }

    @Test func `nobody raises themselves`() async throws {
        try await TestRegistry.run { test in
            try await test.commissionHub()
            let guardian = try await test.person("guard", roles: [.securityAdministrator])
            let (_, result) = try await test.addSecondFactor(to: test.signIn("guard"))
            let caller = try await test.caller(result.session.token)
            let own = guardian.account
            #expect(
                try await test.refusal { _ = try await GrantRole(accounts: test.accounts)(.securityAdministrator, to: own, as: caller) }
                    == "own-account")
            let renew = RenewInvitation(accounts: test.accounts)
            #expect(try await test.refusal { _ = try await renew(own, secondFactorLost: true, as: caller) } == "own-account")
            #expect(try await test.refusal { _ = try await DisableAccount(accounts: test.accounts)(own, as: caller) } == "own-account")
            let other = try await InviteAccount(accounts: test.accounts)(LoginName(new: "li"), displayName: "李", as: caller)
            _ = try await GrantRole(accounts: test.accounts)(.staff(), to: other.account.number, as: caller)
        }
    }

    @Test func `only a security administrator and the person at the machine change accounts`() async throws {
        try await TestRegistry.run { test in
            let person = try await test.person("li").account
            _ = try await test.person("zhang", roles: [.staff()])
            let staff = try await test.caller(test.signIn("zhang").token)
            for (caller, slug) in [(staff, "not-permitted"), (.visitor, "sign-in-needed")] as [(Caller, String)] {
                #expect(
                    try await test.refusal { _ = try await GrantRole(accounts: test.accounts)(.staff(), to: person, as: caller) } == slug)
                #expect(try await test.refusal { _ = try await DisableAccount(accounts: test.accounts)(person, as: caller) } == slug)
                #expect(try await test.refusal { _ = try await ShowUserAccount(accounts: test.accounts)(person, as: caller) } == slug)
                #expect(
                    try await test.refusal {
                        _ = try await ListUserAccounts(accounts: test.accounts)(AccountFilter(), page: PageRequest(), as: caller)
                    } == slug)
            }
        }
    }
}
