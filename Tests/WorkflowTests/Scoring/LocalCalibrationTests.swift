import Access
import Appraisal
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// What the register learns from its own exits.
struct LocalCalibrationTests {
    private func official(_ number: Int64) throws -> Caller {
        let from = try #require(Day(iso: "2020-01-01"))
        let holding = Holding(number: 1, role: .official, scope: .nation, from: from, until: nil)
        return Caller(account: try #require(AccountNumber(rawValue: number)), holdings: [holding], isTwoFactor: true)
    }

    /// A district in which every so many-th of its organizations is struck off in some year, and some merge.
    private func district(_ count: Int, every: Int, _ test: TestRegistry) async throws {
        try await test.fill(count)
        _ = try await test.pool.withTransaction { transaction in
            _ = try await transaction.execute(
                """
                INSERT INTO legal_status_steps (district, serial, step, status, since)
                SELECT district, serial, 2, CASE WHEN serial % 50 = 0 THEN 'merged' ELSE 'struckOff' END,
                       make_date(2017 + (serial % 8)::integer, 6, 15)
                  FROM organizations
                 WHERE serial > 1000 AND serial % \(every) = 0
                """)
            return try await transaction.execute(
                """
                UPDATE organizations o SET legal_status = l.status, legal_status_since = l.since
                  FROM legal_status_steps l
                 WHERE l.district = o.district AND l.serial = o.serial AND l.step = 2
                """)
        }
    }

    @Test func `local exits are learned from, approved by another, and then said to be used`() async throws {
        try await TestRegistry.run { test in
            try await district(400, every: 10, test)
            let (author, other) = (try official(7), try official(8))
            let proposed = try await ProposeCalibration(registry: test.registry)(area: test.area("320613"), as: author)
            #expect(proposed.row.stage == "slope" && proposed.row.approver == nil)
            // Every tenth of 400, without those that merged.
            #expect(proposed.row.exits == 32)
            #expect(proposed.report.years.count >= 5 && proposed.report.diagram["zh"]?.contains("<title") == true)
            #expect(proposed.report.groups.reduce(0) { $0 + $1.cases } == proposed.report.cases)
            let approve = ApproveCalibration(registry: test.registry)
            let own = await #expect(throws: Refusal.self) {
                try await approve(proposed.row.number, from: test.day("2026-01-01"), through: nil, as: author)
            }
            #expect(own == .ownProposal)

            let before = try await test.assess("2026-06-29")
            let approved = try await approve(proposed.row.number, from: test.day("2026-01-01"), through: nil, as: other)
            #expect(approved.row.approver == "account-8")
            let after = try await test.assess("2026-06-30")
            let number = try #require(OrganizationNumber("320613-1001"))
            let (plain, calibrated) = (
                try await test.assessment(of: number, run: before.run), try await test.assessment(of: number, run: after.run)
            )
            #expect(plain.detail.calibration == "notCalibratedLocally" && plain.calibration == nil)
            #expect(calibrated.detail.calibration == "slope" && calibrated.calibration == proposed.row.number)
            #expect(plain.detail.contributions.first?.logOdds != calibrated.detail.contributions.first?.logOdds)
            // An explanation reads the readings by the same calibration.
            let explained = try await ExplainAssessment(registry: test.registry)(number, run: after.run, as: test.caller)
            #expect(explained.remedies != nil)
            await #expect(throws: Refusal.self) {
                try await approve(proposed.row.number, from: test.day("2026-01-01"), through: nil, as: other)
            }
        }
    }

    @Test func `four exits are too few, and a merger is none`() async throws {
        try await TestRegistry.run { test in
            try await district(200, every: 50, test)
            let refused = await #expect(throws: Refusal.self) {
                try await ProposeCalibration(registry: test.registry)(area: test.area("320613"), as: official(7))
            }
            #expect(refused?.slug == "value-not-possible")
        }
    }
}
