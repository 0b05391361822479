import Incubation
import Testing
import Values
import Workflow

/// Areas: what is added is shown, what cannot be an area is refused and not left to the table.
struct AreaTests {
    private static func area(
        _ code: String, _ level: AreaLevel = .community, name: String = "社区", parent: String? = "320613001", from: String? = nil,
        until: String? = nil, successor: String? = nil
    ) throws -> Area {
        Area(
            code: try #require(AreaCode(code)), name: name, level: level, parent: parent.flatMap { AreaCode($0) },
            validFrom: from.flatMap { Day(iso: $0) }, validUntil: until.flatMap { Day(iso: $0) },
            successor: successor.flatMap { AreaCode($0) })
    }

    @Test func `an area that is added is shown with those above it`() async throws {
        try await TestRegistry.run { test in
            let add = AddArea(registry: test.registry)
            let community = try await add(Self.area("320613001001"), as: test.caller)
            let grid = try await add(
                Self.area(
                    "320613001001-G1", .grid, parent: "320613001001", from: "2020-01-01", until: "2020-01-01", successor: "320613001001"),
                as: test.caller)
            let shown = try await ShowArea(registry: test.registry)(grid.code, as: test.caller)
            #expect(shown.area == grid)
            #expect(shown.ancestors.map(\.code.text) == ["32", "3206", "320613", "320613001", "320613001001"])
            #expect(shown.ancestors.last == community)
        }
    }

    @Test(arguments: refused.indices)
    func `what cannot be an area is refused`(index: Int) async throws {
        let (area, refusal) = try Self.refused[index]()
        try await TestRegistry.run { test in
            let before = try await test.dump()
            await #expect(throws: refusal) { try await AddArea(registry: test.registry)(area, as: test.caller) }
            #expect(try await test.dump() == before)
        }
    }

    private static func impossible(_ area: Area, _ field: String, _ zh: String, _ en: String) -> (Area, Refusal) {
        (area, .notPossible(field: field, BilingualText(zh: zh, en: en)))
    }

    private static let refused: [@Sendable () throws -> (Area, Refusal)] = [
        { (try area("320613001001", name: " "), .missing(field: "name")) },
        {
            impossible(
                try area("320613001001", name: String(repeating: "社", count: 101)), "name", "最多 100 个字", "it has more than 100 characters")
        },
        { impossible(try area("320613001001", name: "社\0"), "name", "含有控制字符", "it has a control character") },
        { (try area("320613001001", parent: nil), .missing(field: "parent")) },
        { (try area("320613001"), .areaDoesNotFit(try #require(AreaCode("320613001")), .community)) },
        { (try area("320613001", .township, parent: "320613"), .areaCodeTaken(try #require(AreaCode("320613001")))) },
        { (try area("320613009001", parent: "320613009"), .areaUnknown("320613009")) },
        { (try area("320613001001", until: "2020-01-01", successor: "320613001009"), .areaUnknown("320613001009")) },
        { impossible(try area("320613001001", parent: "320613001001"), "parent", "上级不能是自身", "an area is not its own parent") },
        { impossible(try area("33", .province, parent: "33"), "parent", "上级不能是自身", "an area is not its own parent") },
        {
            impossible(
                try area("33", .province, parent: "32"), "parent", "32 是省级，不高于省级", "32 is a province, which is not above a province")
        },
        {
            impossible(
                try area("320614", .county, parent: "320613001"), "parent", "320613001 是街道乡镇级，不高于区县级",
                "320613001 is a subdistrict or town, which is not above a district or county")
        },
        {
            impossible(
                try area("33", .province, parent: nil, from: "2020-01-02", until: "2020-01-01"), "validUntil", "早于生效日期",
                "it lies before validFrom")
        },
        {
            impossible(
                try area("33", .province, parent: nil, successor: "32"), "successor", "仍在使用的区域没有后继", "an area in force has no successor")
        },
        {
            impossible(
                try area("320613001001", until: "2020-01-01", successor: "320613001001"), "successor", "后继不能是自身",
                "an area does not succeed itself")
        },
    ]
}
