import Access
import Incubation
import Postgres
import Testing
import Values
import Workflow

/// Whose name is shown to whom: that of colleagues, and of those at one's own file; and of an account nothing but that.
struct NameActorTests {
    /// Who there is: business roles by area, members by organization, and somebody who administers.
    private struct People {
        let ids: [String: Int64]

        init(_ test: TestRegistry, _ organizations: [OrganizationNumber]) async throws {
            let areas = ["district": "320613", "prefecture": "3206", "street": "320613001", "elsewhere": "320612", "nation": nil]
            var ids: [String: Int64] = [:]
            for (name, area) in areas {
                let number = try await Self.account(name, "business", test)
                _ = try await test.pool.query(
                    """
                    INSERT INTO role_holdings (account, duty, role, scope, area, from_day)
                    VALUES (\(number), 'business', 'official', \(area == nil ? "nation" : "area"), \(area), '2020-01-01')
                    """)
                ids[name] = number
            }
            for (index, organization) in organizations.enumerated() {
                let number = try await Self.account("member\(index)", "business", test)
                _ = try await test.pool.query(
                    """
                    INSERT INTO role_holdings (account, duty, role, scope, organization_district, organization_serial, from_day)
                    VALUES (\(number), 'business', 'organizationMember', 'organization', \(Int64(organization.district.rawValue)),
                            \(organization.serial), '2020-01-01')
                    """)
                ids["member\(index)"] = number
            }
            ids["guard"] = try await Self.account("guard", "security", test)
            self.ids = ids
        }

        private static func account(_ name: String, _ duty: String, _ test: TestRegistry) async throws -> Int64 {
            try await test.pool.query(
                """
                INSERT INTO accounts (login, folded_login, display_name, duty, state)
                VALUES (\(name + "@example.org"), \(name + "@example.org"), \("姓名" + name), \(duty), 'active') RETURNING account
                """)[0].decode(as: Int64.self)
        }

        func caller(_ name: String, _ role: Role, _ scope: Scope) throws -> Caller {
            let (from, number) = (try #require(Day(iso: "2020-01-01")), try #require(ids[name]))
            return Caller(
                account: try #require(AccountNumber(rawValue: number)),
                holdings: [Holding(number: 1, role: role, scope: scope, from: from, until: nil)], isTwoFactor: true)
        }

        /// Whose names somebody is shown who asks for all.
        func shown(_ test: TestRegistry, of number: OrganizationNumber? = nil, to caller: Caller) async throws -> Set<String> {
            let names = ids.values.map { "account-\($0)" } + ["local-operator", "account-0", "account-x"]
            let found = try await NameActors(registry: test.registry)(names, of: number, as: caller)
            for (name, actor) in found {
                #expect(ids.contains { "account-\($0.value)" == name && "姓名" + $0.key == actor.displayName }, "\(name)")
            }
            return Set(ids.filter { found["account-\($0.value)"] != nil }.keys)
        }
    }

    private static func run(_ body: (TestRegistry, [OrganizationNumber], People) async throws -> Void) async throws {
        try await TestRegistry.run { test in
            var numbers: [OrganizationNumber] = []
            for (name, area) in [("合唱团", "320613001"), ("舞队", "320613002"), ("棋社", "320612")] {
                let made = try await CreateOrganization(registry: test.registry)(test.draft(name, area: area), as: test.caller)
                numbers.append(made.file.organization.number)
            }
            try await body(test, numbers, People(test, numbers))
        }
    }

    @Test func `who works in an area is shown those who work there and its organizations' members`() async throws {
        try await Self.run { (test, _, people) async throws in
            let above: Set<String> = ["district", "prefecture", "street", "nation"]
            let district = try people.caller("district", .official, .area(test.area("320613")))
            #expect(try await people.shown(test, to: district) == above.union(["member0", "member1"]))
            let street = try people.caller("street", .hubStaff, .area(test.area("320613001")))
            #expect(try await people.shown(test, to: street) == above.union(["member0"]))
            let elsewhere = try people.caller("elsewhere", .official, .area(test.area("320612")))
            #expect(try await people.shown(test, to: elsewhere) == ["elsewhere", "prefecture", "nation", "member2"])
            let found = try await NameActors(registry: test.registry)(["account-\(people.ids["prefecture"] ?? 0)"], as: district)
            #expect(found.values.allSatisfy { $0.role == nil }, "a colleague is shown by name alone")
        }
    }

    @Test func `a member is shown who did something in the own file, with the role, and nobody else`() async throws {
        try await Self.run { (test, numbers, people) async throws in
            let member = try people.caller("member0", .organizationMember, .organization(numbers[0]))
            #expect(try await people.shown(test, of: numbers[0], to: member) == ["member0"])
            let official = try people.caller("district", .official, .area(test.area("320613")))
            _ = try await IssueSummary(registry: test.registry)(numbers[0], as: official)
            #expect(try await people.shown(test, of: numbers[0], to: member) == ["member0", "district"])
            let found = try await NameActors(registry: test.registry)([official.name], of: numbers[0], as: member)
            #expect(found[official.name]?.displayName == "姓名district" && found[official.name]?.role == .official)
            let other = try people.caller("member1", .organizationMember, .organization(numbers[1]))
            #expect(try await people.shown(test, of: numbers[1], to: other) == ["member1"])
        }
    }

    @Test func `who reads no file is shown nobody`() async throws {
        try await Self.run { (test, _, people) async throws in
            #expect(try await people.shown(test, to: .visitor).isEmpty)
            #expect(try await people.shown(test, to: people.caller("guard", .securityAdministrator, .nation)).isEmpty)
            #expect(try await people.shown(test, to: people.caller("guard", .systemAdministrator, .nation)).isEmpty)
        }
    }

    @Test func `of an account the view tells name and role, and without a scope nothing`() async throws {
        try await Self.run { (test, numbers, people) async throws in
            let columns = try await test.pool.query(
                "SELECT attname::text FROM pg_attribute WHERE attrelid = 'actor_names'::regclass AND attnum > 0 ORDER BY attnum"
            ).map { try $0.decode(as: String.self) }
            #expect(columns == ["account", "display_name", "role"])
            let service = test.registry.pool
            #expect(try await service.query("SELECT FROM actor_names").isEmpty)
            let contexts: [SessionContext] = [
                ["incubator.account": "", "incubator.district_low": "", "incubator.serial": ""],
                // A serial number without a district, or in more than one, is no organization.
                ["incubator.serial": String(numbers[0].serial)],
                ["incubator.district_low": "0", "incubator.district_high": "999999", "incubator.serial": String(numbers[0].serial)],
            ]
            for context in contexts { #expect(try await service.query("SELECT FROM actor_names", context: context).isEmpty, "\(context)") }
            let reaching: SessionContext = ["incubator.district_low": "0", "incubator.district_high": "999999"]
            let shown = try await service.query("SELECT to_jsonb(n)::text FROM actor_names n", context: reaching).map {
                try $0.decode(as: String.self)
            }
            #expect(shown.count == people.ids.count - 1 && !shown.contains { $0.contains("@") || $0.contains("scrypt") })
            #expect(try await service.query("SELECT FROM accounts", context: reaching).isEmpty)
        }
    }
}
