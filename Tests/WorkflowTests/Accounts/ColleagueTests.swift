import Access
import Incubation
import Postgres
import Testing
import Values
import Workflow

/// Who can be chosen where something is given to somebody, and that nobody else is shown.
struct ColleagueTests {
    private struct Setting {
        let test: TestRegistry
        let choir: OrganizationNumber
        let elsewhere: OrganizationNumber

        /// An account with one role. - Returns: its number.
        @discardableResult func account(
            _ name: String, _ role: Role, area: String? = nil, of number: OrganizationNumber? = nil, from: String = "2020-01-01",
            until: String? = nil, state: String = "active", contract: Int64? = nil
        ) async throws -> Int64 {
            let account = try await test.pool.query(
                """
                INSERT INTO accounts (login, folded_login, display_name, duty, state)
                VALUES (\(name + "@example.org"), \(name + "@example.org"), \(name), 'business', \(state)) RETURNING account
                """)[0].decode(as: Int64.self)
            let scope = number == nil ? (area == nil ? "nation" : "area") : "organization"
            _ = try await test.pool.query(
                """
                INSERT INTO role_holdings (account, duty, role, scope, area, organization_district, organization_serial, from_day, until_day,
                                           contract)
                VALUES (\(account), 'business', \(role), \(scope), \(area), \(number?.district), \(number?.serial), \(try test.day(from)),
                        \(try until.map { try test.day($0) }), \(contract))
                """)
            return account
        }

        /// A contract of a hub with the district. - Returns: its number.
        func contract(until: String) async throws -> Int64 {
            try await test.pool.query(
                """
                INSERT INTO hub_contracts (hub, purchaser, area, from_day, until_day)
                VALUES ('枢纽' || \(until), '崇川区民政局', '320613', '2020-01-01', \(try test.day(until))) RETURNING contract
                """)[0].decode(as: Int64.self)
        }

        func caller(_ role: Role, _ scope: Scope) throws -> Caller {
            let from = try test.day("2020-01-01")
            return Caller(
                account: try #require(AccountNumber(rawValue: 1)),
                holdings: [Holding(number: 1, role: role, scope: scope, from: from, until: nil)], isTwoFactor: true)
        }

        func names(of number: OrganizationNumber? = nil, as caller: Caller) async throws -> [String]? {
            try await ListColleagues(registry: test.registry)(of: number, as: caller)?.map(\.displayName)
        }
    }

    private static func run(_ body: (Setting) async throws -> Void) async throws {
        try await TestRegistry.run { test in
            func made(_ name: String, _ area: String) async throws -> OrganizationNumber {
                try await CreateOrganization(registry: test.registry)(test.draft(name, area: area), as: test.caller).file.organization
                    .number
            }
            try await body(Setting(test: test, choir: made("合唱团", "320613001"), elsewhere: made("棋社", "320612")))
        }
    }

    @Test func `those are listed whose role reaches the organization today, and its members`() async throws {
        try await Self.run { setting in
            try await setting.account("district", .official, area: "320613")
            try await setting.account("nation", .official)
            try await setting.account("street", .reviewer, area: "320613001")
            try await setting.account("otherStreet", .reviewer, area: "320613002")
            try await setting.account("neighbour", .official, area: "320612")
            try await setting.account("member", .organizationMember, of: setting.choir)
            try await setting.account("otherMember", .organizationMember, of: setting.elsewhere)
            try await setting.account("former", .official, area: "320613", until: "2021-01-01")
            try await setting.account("future", .official, area: "320613", from: "2099-01-01")
            try await setting.account("disabled", .official, area: "320613", state: "disabled")
            try await setting.account("watcher", .auditor, area: "320613")
            // A hub's role lasts as long as its contract.
            try await setting.account("hub", .hubManager, area: "320613", contract: setting.contract(until: "2099-12-31"))
            try await setting.account("formerHub", .hubStaff, area: "320613", contract: setting.contract(until: "2021-12-31"))
            let official = try setting.caller(.official, .area(setting.test.area("320613")))
            #expect(try await setting.names(of: setting.choir, as: official) == ["district", "hub", "member", "nation", "street"])
            #expect(try await setting.names(as: official) == ["district", "hub", "nation", "otherStreet", "street"])
            let street = try setting.caller(.hubStaff, .area(setting.test.area("320613001")))
            #expect(try await setting.names(of: setting.choir, as: street) == ["district", "hub", "member", "nation", "street"])
        }
    }

    @Test func `one person is listed once with every role`() async throws {
        try await Self.run { setting in
            let account = try await setting.account("both", .official, area: "320613")
            _ = try await setting.test.pool.query(
                """
                INSERT INTO role_holdings (account, duty, role, scope, area, from_day)
                VALUES (\(account), 'business', 'fundingApprover', 'area', '3206', '2020-01-01'),
                       (\(account), 'business', 'official', 'area', '320613001', '2020-01-01')
                """)
            let official = try setting.caller(.official, .area(setting.test.area("320613")))
            let found = try await ListColleagues(registry: setting.test.registry)(of: setting.choir, as: official)
            #expect(found?.count == 1)
            #expect(found?.first?.roles == [.fundingApprover, .official])
        }
    }

    @Test func `too many to choose from are none`() async throws {
        try await Self.run { setting in
            _ = try await setting.test.pool.query(
                """
                WITH a AS (
                    INSERT INTO accounts (login, folded_login, display_name, duty, state)
                    SELECT 'p' || n, 'p' || n, 'p' || n, 'business', 'active' FROM generate_series(1, 201) n RETURNING account)
                INSERT INTO role_holdings (account, duty, role, scope, area, from_day)
                SELECT account, 'business', 'official', 'area', '320613', '2020-01-01' FROM a
                """)
            let official = try setting.caller(.official, .area(setting.test.area("320613")))
            #expect(try await setting.names(as: official) == nil)
        }
    }

    @Test func `a member, a visitor and who keeps accounts are shown nobody`() async throws {
        try await Self.run { setting in
            try await setting.account("district", .official, area: "320613")
            try await setting.account("member", .organizationMember, of: setting.choir)
            let member = try setting.caller(.organizationMember, .organization(setting.choir))
            #expect(try await setting.names(of: setting.choir, as: member) == [])
            await #expect(throws: Refusal.self) { try await setting.names(as: .visitor) }
            let keeper = try setting.caller(.securityAdministrator, .nation)
            await #expect(throws: Refusal.self) { try await setting.names(as: keeper) }
            let service = setting.test.registry.pool
            #expect(try await service.query("SELECT FROM colleagues").isEmpty)
            let one: SessionContext = [
                "incubator.district_low": "320613", "incubator.district_high": "320613", "incubator.serial": String(setting.choir.serial),
            ]
            #expect(try await service.query("SELECT FROM colleagues", context: one).isEmpty)
            #expect(try await service.query("SELECT FROM organization_members").isEmpty)
            #expect(try await service.query("SELECT FROM organization_members", context: one).isEmpty)
        }
    }
}
