import Access
import Foundation
import Incubation
import Postgres
import Store
import TestDatabase
import Testing
import Values
import Workflow

/// A register on a database of the test's own, with a few areas and a clock that stands still.
struct TestRegistry {
    let registry: Registry
    /// To look at the database past all policies.
    let pool: PostgresPool
    var caller = Caller.localOperator

    /// 2026-06-30 noon in China.
    static let now = Instant(microsecondsSince1970: 1_782_792_000_000_000)

    @discardableResult static func run<Result: Sendable>(
        connections: Int = 4, withAreas: Bool = true, now: Instant = Self.now, people: PeopleSafe = .ofTests,
        _ body: (TestRegistry) async throws -> Result
    ) async throws -> Result {
        try await TestDatabase.runAsService(connections: connections) { service, pool in
            let test = TestRegistry(registry: Registry(pool: service, folding: .standard, people: people, now: { now }), pool: pool)
            for area in withAreas ? try areas() : [] {
                _ = try await pool.withTransaction { try await $0.run(InsertArea(area: area)) }
            }
            return try await body(test)
        }
    }

    private static func areas() throws -> [Area] {
        func code(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }
        return [
            Area(code: try code("32"), name: "江苏省", level: .province, parent: nil),
            Area(code: try code("3206"), name: "南通市", level: .prefecture, parent: try code("32")),
            Area(code: try code("320613"), name: "崇川区", level: .county, parent: try code("3206")),
            Area(
                code: try code("320602"), name: "崇川区", level: .county, parent: try code("3206"), validUntil: Day(iso: "2020-10-31"),
                successor: try code("320613")),
            Area(code: try code("320613001"), name: "城东街道", level: .township, parent: try code("320613")),
            Area(code: try code("320613002"), name: "和平桥街道", level: .township, parent: try code("320613")),
            Area(code: try code("320612"), name: "通州区", level: .county, parent: try code("3206")),
        ]
    }

    func area(_ text: String = "320613001") throws -> AreaCode { try #require(AreaCode(text)) }

    func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    func draft(
        _ name: String, form: LegalForm = .unincorporated, status: LegalStatus = .filed, area: String = "320613001", code: String? = nil
    ) throws -> OrganizationDraft {
        OrganizationDraft(
            particulars: OrganizationParticulars(
                name: name, category: .cultureSport, legalForm: form, area: try self.area(area),
                creditCode: try code.map { try UnifiedSocialCreditCode($0) }),
            firstStep: LegalStatusStep(status: status, since: try day("2024-01-15")))
    }

    /// Records an organization and gives its number.
    func organization(_ name: String = "城东合唱团") async throws -> OrganizationNumber {
        try await CreateOrganization(registry: registry)(draft(name), as: caller).file.organization.number
    }

    /// Somebody with a role in 崇川区, who acts by the request that ``caller`` acts by.
    func person(_ role: Role, _ number: Int64) throws -> Caller {
        let holding = Holding(number: 1, role: role, scope: .area(try area("320613")), from: try day("2020-01-01"), until: nil)
        let person = Caller(account: try #require(AccountNumber(rawValue: number)), holdings: [holding], isTwoFactor: true)
        return caller.request.map(person.by) ?? person
    }

    func contract(of hub: String) throws -> HubContract {
        HubContract(
            hub: hub, purchaser: "崇川区民政局", area: try area("320613"), from: try day("2024-01-01"), until: try day("2026-12-31"))
    }

    func contractNumber(of hub: String) async throws -> Int64 {
        try await pool.query("SELECT contract FROM hub_contracts WHERE hub = \(hub)")[0].decode(as: Int64.self)
    }
}
