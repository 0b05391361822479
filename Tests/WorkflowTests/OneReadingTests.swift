import Access
import Incubation
import Postgres
import Store
import Testing
import Values
@testable import Workflow

/// Readings that share a transaction.
struct OneReadingTests {
    private func accounts(_ test: TestRegistry, year: Int) throws -> YearlyAccounts {
        YearlyAccounts(
            periodEnd: try test.day("\(year)-12-31"), receivedOn: try test.day("\(year + 1)-03-01"), income: Money(minorUnits: 1),
            spending: Money(minorUnits: 1), members: 5)
    }

    private func expect(_ count: Int, of number: OrganizationNumber, in registry: Registry, as caller: Caller) async throws {
        let found = try await ListAccounts(registry: registry)(number, as: caller).count
        #expect(found == count)
    }

    @Test func `what is shown together is of one moment`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            try await test.registry.inOneReading {
                try await expect(0, of: number, in: test.registry, as: test.caller)
                _ = try await test.pool.query(
                    """
                    INSERT INTO yearly_accounts (district, serial, period_end, received_on, currency)
                    VALUES (\(number.district), \(number.serial), '2024-12-31', '2025-03-01', 'CNY')
                    """)
                try await expect(0, of: number, in: test.registry, as: test.caller)
            }
            try await expect(1, of: number, in: test.registry, as: test.caller)
        }
    }

    @Test func `a writer among readings needs no second connection, and what follows sees what it wrote`() async throws {
        try await TestRegistry.run(connections: 1) { test in
            let number = try await test.organization()
            try await test.registry.inOneReading {
                try await expect(0, of: number, in: test.registry, as: test.caller)
                _ = try await RecordAccounts(registry: test.registry)(number, accounts(test, year: 2024), as: test.caller)
                try await expect(1, of: number, in: test.registry, as: test.caller)
                // One inside another is the same.
                try await test.registry.inOneReading { try await expect(1, of: number, in: test.registry, as: test.caller) }
                try await expect(1, of: number, in: test.registry, as: test.caller)
            }
            try await expect(1, of: number, in: test.registry, as: test.caller)
        }
    }

    @Test func `after a reading that the database refused the next one still reads`() async throws {
        try await TestRegistry.run(connections: 1) { test in
            let number = try await test.organization()
            try await test.registry.inOneReading {
                try await expect(0, of: number, in: test.registry, as: test.caller)
                await #expect(throws: Refusal.self) {
                    try await ListAreas(registry: test.registry)(AreaFilter(name: "a\0"), page: PageRequest(), as: test.caller)
                }
                try await expect(0, of: number, in: test.registry, as: test.caller)
            }
        }
    }

    @Test func `each reading reaches what its own caller may reach`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            _ = try await RecordAccounts(registry: test.registry)(number, accounts(test, year: 2024), as: test.caller)
            let elsewhere = try test.area("320612")
            // The table of permissions lets everybody in, so that the policies of the database alone decide.
            let open = Registry(
                pool: test.registry.pool, folding: .standard, people: .ofTests, now: { TestRegistry.now },
                deciding: { _, requester, _, _ in .permitted(requester == Caller.localOperator.requester ? .nation : .area(elsewhere)) })
            let official = try test.person(.official, 7)
            try await open.inOneReading {
                for _ in 1...2 {
                    try await expect(1, of: number, in: open, as: test.caller)
                    try await expect(0, of: number, in: open, as: official)
                }
            }
        }
    }

    @Test func `what may take long has its own time`() async throws {
        try await TestRegistry.run(connections: 1) { test in
            let number = try await test.organization()
            let hurried = Registry(
                pool: test.registry.pool, folding: .standard, people: .ofTests, now: { TestRegistry.now }, deadline: .milliseconds(300))
            try await hurried.inOneReading {
                try await expect(0, of: number, in: hurried, as: test.caller)
                let admission = try await hurried.admit(test.caller, to: .reading(.listAccounts), at: .organization(number))
                await #expect(throws: Refusal.deadlineExceeded) {
                    try await hurried.transaction(as: admission) { try await $0.execute("SELECT pg_sleep(5)") }
                }
                _ = try await hurried.transaction(as: admission, within: .seconds(20)) { try await $0.execute("SELECT pg_sleep(0.6)") }
                try await expect(0, of: number, in: hurried, as: test.caller)
            }
        }
    }
}
