import Access
import Incubation
import Postgres
import SeededRandom
import Store
import Testing
import Values
import Workflow

/// The list of what waits against a plain filter, on a register filled at random.
struct PendingListTests {
    private static let areas = ["320613001", "320613002", "320613", "320612"]

    /// Organizations with items of all kinds of owners, days and states.
    private static func fill(_ test: TestRegistry, seed: UInt64) async throws -> Int64 {
        var random = Seed(seed)
        let account = try await test.account()
        for (index, area) in Self.areas.enumerated() {
            let item = try await test.opened(on: "2026-06-2\(index)", name: "队\(index)", area: area)
            for _ in 0..<12 {
                let due = try test.day("2026-06-30").adding(days: .random(in: -8...8, using: &random))
                let kind = PendingKind.allCases[Int.random(in: PendingKind.allCases.indices, using: &random)]
                _ = try await test.inserting(kind, about: item, due: due.iso)
            }
        }
        // Owners and states as if things had happened; what the history says is of no matter here.
        let rows = try await test.pool.query("SELECT district, item FROM pending_items").map { try $0.decode(as: Int64.self, Int64.self) }
        for (district, item) in rows {
            let role = ResponsibleRole.allCases[Int.random(in: ResponsibleRole.allCases.indices, using: &random)]
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                _ = try await test.pool.query(
                    "UPDATE pending_items SET owner_role = NULL, owner_area = NULL, owner_account = \(account) WHERE item = \(item)")
            case 1:
                _ = try await test.pool.query(
                    "UPDATE pending_items SET owner_role = \(role), owner_area = \(String(district)) WHERE item = \(item)")
            case 2: _ = try await test.pool.query("UPDATE pending_items SET state = 'done', closed_at = now() WHERE item = \(item)")
            case 3: _ = try await test.pool.query("UPDATE pending_items SET state = 'escalated', escalated_at = now() WHERE item = \(item)")
            default: _ = try await test.pool.query("UPDATE pending_items SET owner_role = \(role), owner_area = area WHERE item = \(item)")
            }
        }
        return account
    }

    private static func fits(_ line: PendingLine, _ filter: PendingFilter) -> Bool {
        let item = line.item
        var (role, area, account) = (ResponsibleRole?.none, item.area, Int64?.none)
        switch item.owner {
        case .role(let owner, let place): (role, area) = (owner, place)
        case .account(let number): account = number
        }
        return (filter.role.map { $0 == role } ?? true) && (filter.account.map { $0 == account } ?? true)
            && (filter.area.map { area.lies(in: $0) } ?? true)
            && (filter.organization.map { $0 == item.number.organization } ?? true)
            && (filter.standing.map { $0 == line.standing } ?? true)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>) func `filters and pages give what a plain look gives`(seed: UInt64) async throws {
        try await TestRegistry.run { test in
            let account = try await Self.fill(test, seed: seed)
            let all = try await test.waiting()
            #expect(all.count > 30)
            #expect(all.allSatisfy { $0.item.state.isWaiting })
            #expect(Self.isInOrder(all), "The most overdue first.")
            #expect(Set(all.map(\.standing)) == Set(DeadlineStanding.allCases))
            for (filter, size) in Self.filters(seed: seed, account: account, of: all) {
                let found = try await Self.paged(filter, size: size, test)
                let expected = all.filter { Self.fits($0, filter) }
                #expect(found == expected, "\(filter)")
            }
        }
    }

    private static func isInOrder(_ lines: [PendingLine]) -> Bool {
        zip(lines, lines.dropFirst()).allSatisfy { first, second in
            let (left, right) = (first.item, second.item)
            return (left.days.dueOn, left.number.organization.district, left.number.item)
                < (right.days.dueOn, right.number.organization.district, right.number.item)
        }
    }

    /// Filters with a size of page each.
    private static func filters(seed: UInt64, account: Int64, of lines: [PendingLine]) -> [(PendingFilter, Int)] {
        var random = Seed(seed)
        return (0..<25).map { _ in
            var filter = PendingFilter()
            if Bool.random(using: &random) { filter.role = ResponsibleRole.allCases.randomElement(using: &random) }
            if Bool.random(using: &random) {
                filter.area = (areas + ["32", "3206"]).randomElement(using: &random).flatMap { AreaCode($0) }
            }
            if Int.random(in: 0..<5, using: &random) == 0 { (filter.account, filter.role) = (account, nil) }
            if Bool.random(using: &random) { filter.standing = DeadlineStanding.allCases.randomElement(using: &random) }
            if Int.random(in: 0..<5, using: &random) == 0 {
                filter.organization = lines.randomElement(using: &random)?.item.number.organization
            }
            return (filter, Int.random(in: 1...7, using: &random))
        }
    }

    private static func paged(_ filter: PendingFilter, size: Int, _ test: TestRegistry) async throws -> [PendingLine] {
        var (lines, after) = ([PendingLine](), String?.none)
        repeat {
            let page = try await ListPending(registry: test.registry)(filter, page: PageRequest(size: size, after: after), as: test.caller)
            lines += page.items
            after = page.next
        } while after != nil && lines.count < 1000
        return lines
    }

    @Test(arguments: [
        "", "x", "2026-07-03", "2026-07-03.320613", "2026-07-03.320613.0", "2026-13-03.320613.1", "2026-07-03.1.1", "..",
        "2026-07-03.320613.1.1",
    ])
    func `a mark that no page gave is refused`(mark: String) async throws {
        try await TestRegistry.run(withAreas: false) { test in
            await #expect(throws: Refusal.cursorInvalid) {
                try await ListPending(registry: test.registry)(PendingFilter(), page: PageRequest(after: mark), as: test.caller)
            }
        }
    }

    @Test func `who names no place sees what the role reaches, and no more`() async throws {
        try await TestRegistry.run { test in
            for (index, area) in Self.areas.enumerated() { _ = try await test.opened(on: "2026-06-26", name: "队\(index)", area: area) }
            let all = try await test.waiting()
            func caller(_ role: Role, _ scope: Scope) throws -> Caller {
                let holding = Holding(number: 1, role: role, scope: scope, from: try test.day("2026-01-01"), until: nil)
                return Caller(account: try #require(AccountNumber(rawValue: 7)), holdings: [holding], isTwoFactor: true)
            }
            func seen(_ caller: Caller, _ filter: PendingFilter = PendingFilter()) async throws -> [PendingItemNumber] {
                try await ListPending(registry: test.registry)(filter, page: PageRequest(), as: caller).items.map(\.item.number)
            }
            let staff = try caller(.hubStaff, .area(test.area("320613001")))
            let mine = all.filter { $0.item.area.text == "320613001" }.map(\.item.number)
            #expect(try await seen(staff) == mine)
            await #expect(throws: Refusal.self) { try await seen(staff, PendingFilter(area: test.area("320613"))) }
            await #expect(throws: Refusal.self) { try await seen(staff, PendingFilter(organization: all.last?.item.number.organization)) }
            let own = all[2].item.number
            let member = try caller(.organizationMember, .organization(own.organization))
            #expect(try await seen(member) == [own])
            await #expect(throws: Refusal.self) { try await seen(member, PendingFilter(organization: all[0].item.number.organization)) }
            await #expect(throws: Refusal.self) { try await ShowPending(registry: test.registry)(all[0].item.number, as: member) }
            #expect(try await ShowPending(registry: test.registry)(own, as: member).item.number == own)
            await #expect(throws: Refusal.signInNeeded) { try await seen(.visitor) }
            let administrator = try caller(.systemAdministrator, .nation)
            await #expect(throws: Refusal.self) { try await seen(administrator) }
            for person in [administrator, staff] {
                await #expect(throws: Refusal.notPermitted(.act(.runDeadlines))) {
                    try await RunDeadlines(registry: test.registry)(as: person)
                }
            }
        }
    }
}
