import Access
import Incubation
import Store
import Tabular
import Testing
import Values
import Workflow

/// A hub's manager takes tables over for the area of their role, and for nothing beside it.
struct OwnAreaImportTests {
    private static let header = "name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey,telephone\n"

    private static func row(_ name: String, _ area: String, key: String) -> String {
        "\(name),unincorporated,filed,2024-01-15,\(area),list,\(key),0513-1\n"
    }

    private static func manager(of area: String, in test: TestRegistry) throws -> TestRegistry {
        let holding = Holding(
            number: 1, role: .hubManager, scope: .area(try test.area(area)), from: try test.day("2020-01-01"), until: nil)
        var own = test
        own.caller = Caller(account: try #require(AccountNumber(rawValue: 7)), holdings: [holding], isTwoFactor: true)
        return own
    }

    @Test(arguments: ["320613", "320613001"]) func `a table of one's own area is taken over`(area: String) async throws {
        try await TestRegistry.run { test in
            let own = try Self.manager(of: area, in: test)
            let text = Self.header + Self.row("晨光合唱队", "320613001", key: "A") + Self.row("互助社", "320613001", key: "B")
            let report = try await own.taking(TestTable(.organizations, text))
            #expect(report.counts.inserted == 2)
            let again = try await own.taking(TestTable(.organizations, text.replacing("互助社", with: "互助会")))
            #expect(again.counts.changed == 1 && again.counts.unchanged == 1)
            let posts = "sourceScheme,sourceKey,post,personName,chosenBy,termBegan,termEnds,leftOn\nlist,A,chair,王秘密,elected,2024-01-01,,\n"
            #expect(try await own.taking(TestTable(.leadership, posts)).counts.inserted == 1)
            #expect(try await test.faults() == [])
        }
    }

    @Test func `rows of elsewhere are refused with the place, and change nothing`() async throws {
        try await TestRegistry.run { test in
            let own = try Self.manager(of: "320613001", in: test)
            try await test.taking(TestTable(.organizations, Self.header + Self.row("别处的社", "320613002", key: "X")))
            let before = try await test.dump()
            let text = Self.header + Self.row("晨光合唱队", "320613002", key: "A") + Self.row("别处的社", "320613001", key: "X")
            let refused = try await own.importing(TestTable(.organizations, text))
            #expect(refused.outcome == .refused)
            #expect(try await own.findings(of: refused).map { "\($0.row) \($0.code)" } == ["2 area-outside", "3 organization-moved-in"])
            let posts = "sourceScheme,sourceKey,post,personName,chosenBy,termBegan,termEnds,leftOn\nlist,X,chair,王秘密,elected,2024-01-01,,\n"
            let record = try await own.importing(TestTable(.leadership, posts), skippingBadRows: true)
            #expect(try await own.findings(of: record).map(\.code) == ["organization-outside"])
            let after = try await test.dump()
            #expect(after.tables["organizations"] == before.tables["organizations"])
            #expect(after.tables["leadership_posts"] == before.tables["leadership_posts"])
        }
    }

    @Test func `nobody sees or goes on with an import of somebody else`() async throws {
        try await TestRegistry.run { test in
            let own = try Self.manager(of: "320613", in: test)
            var other = test
            other.caller = try test.person(.hubManager, 8)
            let table = TestTable(.organizations, Self.header + Self.row("晨光合唱队", "320613009", key: "A"))
            let report = try await own.importing(table)
            #expect(try await own.findings(of: report).map(\.code) == ["area-unknown"])
            #expect(try await other.findings(of: report) == [])
            #expect(try await test.findings(of: report).count == 1, "who reaches the whole register sees all")
            #expect(try await other.importing(table).job != report.job)
            let areas = TestTable(.areas, "code,name,level,parent\n320699,新区,county,3206\n")
            await #expect(throws: Refusal.notPermitted(.act(.importTable))) { try await own.importing(areas) }
        }
    }
}

extension TestRegistry {
    /// What `incubator verify` finds.
    fileprivate func faults() async throws -> [String] {
        try await VerifyRegister(registry: registry)(as: .localOperator).filter { $0.brokenRows > 0 }.map {
            "\($0.name): \($0.firstBroken ?? "")"
        }
    }
}
