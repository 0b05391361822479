import Appraisal
import Incubation
import Postgres
import Store
import Testing
import Values

/// What the register knew of organizations on a day.
struct EvidenceTests {
    private func described(_ page: AssessedPage) -> [String] {
        page.evidence.map { evidence in
            var text = ""
            dump(evidence, to: &text)
            return text
        }
    }

    /// Records of every kind, most of them of several versions, and one of each that is known too late.
    private func fill(_ number: OrganizationNumber, in transaction: PostgresTransaction) async throws {
        for statement in Self.records(district: number.district.rawValue, serial: number.serial) {
            try await transaction.execute(statement)
        }
    }

    @Test func `one organization's evidence is the same asked for alone as among others`() async throws {
        try await TestRegistry.run { test in
            let numbers = [try await test.organization("甲社"), try await test.organization("乙社"), try await test.organization("丙社")]
            _ = try await test.pool.withTransaction { transaction in
                for number in numbers.dropLast() { try await fill(number, in: transaction) }
            }
            let reader = EvidenceReader(asOf: try test.day("2026-06-30"))
            try await test.pool.withTransaction { transaction in
                let together = try await reader.page(NumberRange(from: numbers[0], through: numbers[2]), areas: nil, in: transaction)
                #expect(together.organizations.map(\.number) == numbers)
                let described = described(together)
                // Every kind is there, so that none is the same for being left out.
                let first = together.evidence[0]
                #expect(
                    !first.accounts.isEmpty && !first.annualReports.isEmpty && !first.activityMonths.isEmpty
                        && !first.leadershipPosts.isEmpty)
                #expect(!first.charters.isEmpty && !first.governanceBodies.isEmpty && !first.meetings.isEmpty)
                #expect(!first.moneyControls.isEmpty && !first.serviceBoundaries.isEmpty && !first.mentors.isEmpty)
                #expect(!first.incubationStages.isEmpty && !first.observations.isEmpty && !first.profile.isEmpty)
                #expect(described[0] != described[2])
                for (place, number) in numbers.enumerated() {
                    let alone = try await reader.page(of: number, in: transaction)
                    #expect(alone.organizations == [together.organizations[place]])
                    #expect(self.described(alone) == [described[place]])
                }
            }
        }
    }

    @Test func `of an organization that there is not, or not yet, nothing is known`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization("甲社")
            let nobody = OrganizationNumber(district: number.district, serial: number.serial + 1)
            try await test.pool.withTransaction { transaction in
                let early = EvidenceReader(asOf: try test.day("1990-01-01"))
                #expect(try await early.page(of: number, in: transaction).evidence.isEmpty)
                #expect(try await EvidenceReader(asOf: test.day("2026-06-30")).page(of: nobody, in: transaction).organizations.isEmpty)
            }
        }
    }

    private static func records(district: Int64, serial: Int64) -> [SQL] {
        [
            """
            INSERT INTO yearly_accounts (district, serial, period_end, received_on, currency, income, income_donations, spending, members)
            VALUES (\(district), \(serial), '2024-12-31', '2025-03-01', 'CNY', 1700000, 1000000, 1600000, 30),
                   (\(district), \(serial), '2024-12-31', '2025-05-01', 'CNY', 1800000, NULL, 1600000, 31),
                   (\(district), \(serial), '2025-12-31', '2026-09-01', 'CNY', 1, NULL, 1, 1)
            """,
            """
            INSERT INTO annual_reports (district, serial, period_end, due_on, received_on)
            VALUES (\(district), \(serial), '2024-12-31', '2025-05-31', '2025-05-30'), (\(district), \(serial), '2025-12-31', '2026-05-31', NULL)
            """,
            """
            INSERT INTO activities (district, serial, held_on, kind, title, participants, volunteers, inside_boundary, recorded_on)
            VALUES (\(district), \(serial), '2026-01-10', 'service', '义诊', 20, 5, true, '2026-01-11'),
                   (\(district), \(serial), '2026-01-20', 'service', '理发', NULL, NULL, false, '2026-01-21'),
                   (\(district), \(serial), '2026-03-01', 'service', '清扫', 9, NULL, NULL, '2026-08-01')
            """,
            "INSERT INTO people (district, serial, person, state) VALUES (\(district), \(serial), \(serial * 10), 'unsealed')",
            """
            INSERT INTO leadership_posts (district, serial, post, chosen_by, term_began, term_ends, left_on, recorded_on, person)
            VALUES (\(district), \(serial), 'viceChair', 'elected', '2023-01-01', '2026-01-01', '2026-07-15', '2023-01-02', \(serial * 10)),
                   (\(district), \(serial), 'treasurer', 'elected', '2023-01-01', NULL, '2024-01-01', '2023-01-02', \(serial * 10))
            """,
            """
            INSERT INTO charters (district, serial, charter_version, adopted_on, reviewed_on, clauses, recorded_on)
            VALUES (\(district), \(serial), 1, '2023-01-01', '2026-08-01', '{}', '2023-01-02')
            """,
            """
            INSERT INTO governance_bodies (district, serial, kind, formed_on, dissolved_on, meetings_per_year, quorum_per_mille, recorded_on)
            VALUES (\(district), \(serial), 'council', '2023-01-01', '2027-01-01', 4, 667, '2023-01-02')
            """,
            """
            INSERT INTO governance_meetings (district, serial, body, held_on, present, entitled, recorded_on)
            VALUES (\(district), \(serial), 'council', '2026-02-01', 5, 7, '2026-02-02'), (\(district), \(serial), 'council', '2026-04-01', 4, 7, '2026-04-02')
            """,
            """
            INSERT INTO money_controls (district, serial, since, own_account, two_signatures, accounts_shown, recorded_on)
            VALUES (\(district), \(serial), '2023-01-01', true, false, true, '2023-02-01')
            """,
            """
            INSERT INTO service_boundaries (district, serial, since, content, people_served, recorded_on)
            VALUES (\(district), \(serial), '2023-01-01', '助老', NULL, '2023-02-01')
            """,
            """
            INSERT INTO mentor_assignments (district, serial, from_day, until_day, recorded_on, person)
            VALUES (\(district), \(serial), '2025-01-01', '2026-12-31', '2025-01-02', \(serial * 10))
            """,
            "INSERT INTO incubation_cases (district, serial, stage) VALUES (\(district), \(serial), 'incubating')",
            """
            INSERT INTO case_steps (district, serial, step, stage, entered_on)
            VALUES (\(district), \(serial), 1, 'opened', '2024-01-01'), (\(district), \(serial), 2, 'admitted', '2024-01-01'),
                   (\(district), \(serial), 3, 'incubating', '2026-08-01')
            """,
            """
            INSERT INTO observations (district, serial, indicator, observed_on, value, source)
            VALUES (\(district), \(serial), 'AA-01', '2025-01-01', 0.1, 'survey'), (\(district), \(serial), 'AA-01', '2026-01-01', 12.5, 'survey')
            """,
        ]
    }
}
