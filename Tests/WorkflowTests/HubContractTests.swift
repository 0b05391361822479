import Access
import Incubation
import Testing
import Values
import Workflow

/// A hub opens cases only while it is commissioned, and when a contract ends its cases go to another.
struct HubContractTests {
    @Test func `no hub opens a case where none is commissioned`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let (hub, official) = (try test.person(.hubStaff, 5), try test.person(.official, 7))
            let open = OpenCase(registry: test.registry)
            let area = try test.area()
            await #expect(throws: Refusal.contractMissing(area)) {
                try await open(number, on: test.day("2026-06-30"), reason: nil, as: hub)
            }
            let record = RecordContract(registry: test.registry)
            let contract = try await record(test.contract(of: "服务中心"), as: official)
            let end = EndContract(registry: test.registry)
            let ended = try await end(contract.number, lastDay: test.day("2026-06-29"), version: 1, as: official)
            #expect(try ended.lastDay == test.day("2026-06-29"))
            #expect(try !ended.isInForce(on: test.day("2026-06-30")))
            await #expect(throws: Refusal.contractMissing(area)) {
                try await open(number, on: test.day("2026-06-30"), reason: nil, as: hub)
            }
            _ = try await record(test.contract(of: "新中心"), as: official)
            #expect(try await open(number, on: test.day("2026-06-30"), reason: nil, as: hub).stage == .opened)
        }
    }

    @Test func `the open cases of a contract go to one that is in force and covers its area`() async throws {
        try await TestRegistry.run { test in
            let official = try test.person(.official, 7)
            let record = RecordContract(registry: test.registry)
            let old = try await record(test.contract(of: "旧中心"), as: official)
            let number = try await test.organization()
            _ = try await OpenCase(registry: test.registry)(number, on: test.day("2026-06-01"), reason: nil, as: test.caller)
            let list = ListContracts(registry: test.registry)
            #expect(try await list(page: PageRequest(), as: official).items.map(\.openCases) == [1])
            let small = HubContract(
                hub: "街道", purchaser: "街道", area: try test.area("320613001"), from: try test.day("2024-01-01"),
                until: try test.day("2026-12-31"))
            let past = HubContract(
                hub: "昔", purchaser: "区", area: try test.area("320613"), from: try test.day("2024-01-01"), until: try test.day("2026-06-29")
            )
            let hand = HandOverCases(registry: test.registry)
            for wrong in [small, past] {
                let other = try await record(wrong, as: official)
                await #expect(throws: Refusal.self) { try await hand(from: old.number, to: other.number, as: official) }
            }
            let new = try await record(test.contract(of: "新中心"), as: official)
            #expect(try await hand(from: old.number, to: new.number, as: official).openCases == 1)
            #expect(try await list(page: PageRequest(), as: official).items.first?.openCases == 0)
            #expect(try await ShowCase(registry: test.registry)(number, as: official).version == 2)
        }
    }

    @Test func `a contract lies in its term and in the area of whoever records it`() async throws {
        try await TestRegistry.run { test in
            let official = try test.person(.official, 7)
            let elsewhere = HubContract(
                hub: "通州", purchaser: "通州区", area: try test.area("320612"), from: try test.day("2024-01-01"),
                until: try test.day("2026-12-31"))
            let record = RecordContract(registry: test.registry)
            await #expect(throws: Refusal.notPermitted(.act(.recordContract))) { try await record(elsewhere, as: official) }
            let contract = try await record(test.contract(of: "服务中心"), as: official)
            let end = EndContract(registry: test.registry)
            for day in ["2023-12-31", "2027-01-01"] {
                await #expect(throws: Refusal.self) { try await end(contract.number, lastDay: test.day(day), version: 1, as: official) }
            }
            await #expect(throws: Refusal.versionStale(current: 1)) {
                try await end(contract.number, lastDay: test.day("2026-06-01"), version: 2, as: official)
            }
        }
    }
}
