import Access
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

extension TestRegistry {
    /// The same register at noon of another day.
    func on(day text: String) throws -> TestRegistry {
        let midnight = Instant(endOf: try day(text).adding(days: -1))
        let noon = Instant(microsecondsSince1970: midnight.microsecondsSince1970 + 12 * 3_600_000_000)
        return TestRegistry(
            registry: Registry(pool: registry.pool, folding: .standard, people: registry.people, now: { noon }), pool: pool, caller: caller)
    }

    /// What waits, by the filter.
    func waiting(_ filter: PendingFilter = PendingFilter(), size: Int = 500) async throws -> [PendingLine] {
        try await ListPending(registry: registry)(filter, page: PageRequest(size: size), as: caller).items
    }

    /// An organization with a case that was opened on a day, and what then waits.
    func opened(on day: String, name: String = "城东合唱团", area: String = "320613001") async throws -> PendingItem {
        let number = try await CreateOrganization(registry: registry)(draft(name, area: area), as: caller).file.organization.number
        _ = try await OpenCase(registry: registry)(number, on: self.day(day), reason: nil, as: caller)
        return try #require(try await waiting(PendingFilter(organization: number)).first).item
    }

    @discardableResult func advance(_ number: OrganizationNumber, to stage: CaseStage, on day: String, version: Int64) async throws
        -> IncubationCase
    {
        try await AdvanceCase(registry: registry)(number, to: stage, on: self.day(day), reason: nil, version: version, as: caller)
    }

    /// Takes a case that was just opened to its end, by three people.
    func graduate(_ number: OrganizationNumber) async throws {
        for (version, stage) in [CaseStage.admitted, .incubating].enumerated() {
            try await advance(number, to: stage, on: "2026-06-30", version: Int64(version + 1))
        }
        let (hub, expert, official) = (try person(.hubStaff, 5), try person(.reviewer, 6), try person(.official, 7))
        _ = try await RecommendMove(registry: registry)(number, to: .graduated, reason: "四要素齐备", version: 3, as: hub)
        for person in [expert, official] {
            _ = try await DeclareInterest(registry: registry)(number, hasInterest: false, as: person)
        }
        _ = try await ReviewMove(registry: registry)(number, isEndorsed: true, reason: "评审通过", version: 1, as: expert)
        _ = try await DecideMove(registry: registry)(number, isApproved: true, reason: "同意", version: 2, as: official)
    }

    func file(_ number: PendingItemNumber) async throws -> PendingFile {
        try await ShowPending(registry: registry)(number, as: caller)
    }

    /// Puts something else that waits beside what the case has opened, as later workflows will.
    func inserting(_ kind: PendingKind, about item: PendingItem, due: String = "2026-07-31") async throws -> PendingItemNumber {
        let due = try day(due)
        let rules = try await ListDeadlineRules(registry: registry)(as: caller)
        let days = DeadlineDays(
            startsOn: due.adding(days: -9), remindOn: due.adding(days: -3), dueOn: due, escalateOn: due.adding(days: 1))
        let insert = InsertPendingItem(
            by: try #require(rules.first { $0.kind == kind }), about: item.number.organization, in: item.area,
            for: .role(.official, in: try area("320613")), days: days, calendars: ["2026.1"], at: Self.now, caller: "local-operator")
        return try await pool.withTransaction { try #require(try await $0.first(insert)) }
    }

    /// The number of an account.
    func account() async throws -> Int64 {
        try await pool.query(
            "INSERT INTO accounts (login, folded_login, display_name) VALUES ('li', 'li', '李') RETURNING account")[0].decode(as: Int64.self)
    }

    /// The names of the checks of what waits, of cases and of events that do not hold.
    func brokenChecks() async throws -> [String] {
        try await VerifyRegister(registry: registry)(as: caller).filter { check in
            check.brokenRows > 0 && ["audit", "case", "pending"].contains { check.name.hasPrefix($0) }
        }.map(\.name)
    }
}
