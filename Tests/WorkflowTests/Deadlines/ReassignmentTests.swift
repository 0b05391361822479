import Incubation
import Postgres
import Testing
import Values
import Workflow

/// Handing over what waits: one owner at a time, each version once, on record.
struct ReassignmentTests {
    @Test func `an item is handed over, and keeps its deadline`() async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-26")
            let owner = PendingOwner.role(.hubManager, in: try test.area("320613"))
            let file = try await ReassignPending(registry: test.registry)(
                item.number, to: owner, reason: "经办人休假", version: 1, as: test.caller)
            #expect(file.item.owner == owner && file.item.version == 2 && file.item.state == .open)
            #expect(file.item.days == item.days)
            #expect(file.history.map(\.what) == [.opened, .reassigned])
            #expect(file.history.map(\.owner) == [item.owner, owner])
            #expect(file.history.last?.reason == "经办人休假")
            #expect(try await test.waiting(PendingFilter(role: .hubStaff)) == [])
            #expect(try await test.waiting(PendingFilter(role: .hubManager, area: try test.area("320613"))).map(\.item) == [file.item])
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `an account owns what it was given alone`() async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-26")
            let account = try await test.account()
            let file = try await ReassignPending(registry: test.registry)(
                item.number, to: .account(account), reason: nil, version: 1, as: test.caller)
            #expect(file.item.owner == .account(account))
            #expect(try await test.waiting(PendingFilter(account: account)).count == 1)
            #expect(try await test.waiting(PendingFilter(account: account + 1)).isEmpty)
            #expect(try await test.waiting(PendingFilter(role: .hubStaff)).isEmpty)
            #expect(try await test.waiting(PendingFilter(area: try test.area())).count == 1, "It waits where the organization lies.")
            await #expect(throws: Refusal.self) {
                try await ReassignPending(registry: test.registry)(
                    item.number, to: .account(account + 1000), reason: nil, version: 2, as: test.caller)
            }
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `what waits follows its organization to another home`() async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-26")
            let manager = try await test.inserting(.rectification, about: item)
            let number = item.number.organization
            let edit = try test.draft("城东合唱团", area: "320613002")
            _ = try await EditOrganization(registry: test.registry)(number, version: 1, to: edit, as: test.caller)
            let moved = try await test.file(item.number)
            #expect(moved.item.area == (try test.area("320613002")))
            #expect(moved.item.owner == .role(.hubStaff, in: try test.area("320613002")))
            #expect(moved.history.map(\.what) == [.opened, .reassigned])
            #expect(try await test.file(manager).item.owner == .role(.official, in: try test.area("320613")), "It lies there still.")
            #expect(try await test.waiting(PendingFilter(area: try test.area("320613001"))).isEmpty)
            #expect(try await test.waiting(PendingFilter(area: try test.area("320613002"))).count == 1)
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `what waits follows an organization that an import moves`() async throws {
        try await TestRegistry.run { test in
            func take(_ area: String) async throws {
                let head = "name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey\n"
                try await test.taking(TestTable(.organizations, head + "社,unincorporated,filed,2024-01-15,\(area),list,A1\n"))
            }
            try await take("320613001")
            let number = try #require(OrganizationNumber("320613-1"))
            _ = try await OpenCase(registry: test.registry)(number, on: test.day("2026-06-26"), reason: nil, as: test.caller)
            try await take("320613002")
            let item = try #require(try await test.waiting().first).item
            #expect(item.owner == .role(.hubStaff, in: try test.area("320613002")))
            #expect(item.version == 2)
            try await take("320613002")
            #expect(try await test.file(item.number).item == item)
            #expect(try await test.brokenChecks() == [])
        }
    }

    @Test func `what cannot be handed over is refused`() async throws {
        try await TestRegistry.run { test in
            let item = try await test.opened(on: "2026-06-26")
            func refusal(
                _ owner: PendingOwner, version: Int64 = 1, reason: String? = nil, of number: PendingItemNumber? = nil
            ) async throws -> String? {
                do {
                    _ = try await ReassignPending(registry: test.registry)(
                        number ?? item.number, to: owner, reason: reason, version: version, as: test.caller)
                    return nil
                } catch let refusal as Refusal {
                    return refusal.slug
                }
            }
            let manager = PendingOwner.role(.hubManager, in: try test.area("320613"))
            #expect(try await refusal(item.owner) == "value-not-possible", "It waits for them already.")
            #expect(
                try await refusal(.role(.hubStaff, in: test.area("320612"))) == "value-not-possible", "The organization lies elsewhere.")
            #expect(try await refusal(.role(.hubStaff, in: test.area("320613001001"))) == "value-not-possible")
            #expect(try await refusal(manager, reason: String(repeating: "长", count: 501)) == "value-not-possible")
            #expect(try await refusal(manager, version: 2) == "version-stale")
            let none = PendingItemNumber(organization: item.number.organization, item: item.number.item + 1)
            #expect(try await refusal(manager, of: none) == "pending-item-not-found")
            try await test.advance(item.number.organization, to: .exited, on: "2026-06-30", version: 1)
            #expect(try await refusal(manager, version: 2) == "pending-item-closed")
            #expect(try await test.file(item.number).item.version == 2)
        }
    }

    @Test func `of many who hand over one version one succeeds`() async throws {
        try await TestRegistry.run(connections: 8) { test in
            let item = try await test.opened(on: "2026-06-26")
            let owners = ResponsibleRole.allCases.filter { $0 != .hubStaff }
            let area = try test.area()
            let ends = await withTaskGroup(of: Bool.self) { group in
                for role in owners + owners {
                    group.addTask {
                        do {
                            _ = try await ReassignPending(registry: test.registry)(
                                item.number, to: .role(role, in: area), reason: nil, version: 1, as: test.caller)
                            return true
                        } catch {
                            #expect(error as? Refusal == .versionStale(current: 2), "\(error)")
                            return false
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(ends.count { $0 } == 1)
            #expect(try await test.file(item.number).history.count == 2)
        }
    }
}
