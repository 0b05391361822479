import Access
import Appraisal
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// How a rubric comes into force.
struct RubricActivationTests {
    private func official(_ number: Int64) throws -> Caller {
        let from = try #require(Day(iso: "2020-01-01"))
        let holding = Holding(number: 1, role: .official, scope: .nation, from: from, until: nil)
        return Caller(account: try #require(AccountNumber(rawValue: number)), holdings: [holding], isTwoFactor: true)
    }

    /// The standard rubric with another id and stricter co-operatives.
    private func stricter() throws -> NamedRubric {
        let document = try #require(EmbeddedRubrics.document(named: RubricLibrary.standard))
        var text = String(decoding: document, as: UTF8.self)
        text.replace("\"id\": \"pooled-2\"", with: "\"id\": \"stricter\"")
        text.replace("-5.21", with: "-1.21")
        return try NamedRubric(json: Array(text.utf8))
    }

    private func slug(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? Refusal)?.slug
        }
    }

    @Test func `a rubric is proposed by one person, tried on all past data, and activated by another`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.cooperative("城东合作社")
            try await test.record(2023, net: 90_000_00, of: number)
            try await test.record(2024, net: 90_000_00, of: number)
            for day in ["2025-04-01", "2025-04-20", "2025-07-01"] { _ = try await test.assess(day) }
            let (author, other) = (try official(7), try official(8))
            let rubric = try stricter()
            let kept = try await ProposeRubric(registry: test.registry)(rubric, as: author)
            #expect(kept.hash == rubric.hash && kept.author == "account-7" && kept.activatedBy == nil)
            // Handed in again by somebody else it keeps its author.
            #expect(try await ProposeRubric(registry: test.registry)(rubric, as: other).author == "account-7")

            let activate = ActivateRubric(registry: test.registry)
            #expect(await slug { _ = try await activate(rubric.hash, trial: 1, reason: "更严", as: other) } == "rubric-trial-not-found")
            let trial = try await TrialRubric(registry: test.registry)(rubric.hash, as: author)
            #expect(trial.days.map(\.iso) == ["2025-04-20", "2025-07-01", "2026-06-30"])
            #expect(trial.organizations == 3 && trial.changed > 0 && trial.finishedAt != nil)
            let shown = try await ShowRubricTrial(registry: test.registry)(trial.trial, page: PageRequest(size: 2), as: other)
            let first = try #require(shown.page.items.first)
            #expect(first.organization == number && first.name == "城东合作社" && first.statusBefore != first.statusAfter)
            #expect(first.parts.first == "intercept" && abs((first.logOdds.first ?? 0) - 4) < 1e-9)

            #expect(await slug { _ = try await activate(rubric.hash, trial: trial.trial, reason: "更严", as: author) } == "own-proposal")
            let active = try await activate(rubric.hash, trial: trial.trial, reason: "更严", as: other)
            #expect(active.activatedBy == "account-8")
            let entries = try await ListRubrics(registry: test.registry)(as: author)
            #expect(entries.filter(\.isInForce).map(\.id) == ["stricter"])
            let run = try await test.assess("2026-06-30")
            #expect(run.rubricHash == rubric.hash)
            #expect(try await test.assessment(of: number, run: run.run).probability ?? 0 > 0.1)
            // An earlier run is still read by its own rubric.
            #expect(try await test.assessment(of: number, run: 1).detail.readings.isEmpty == false)
            #expect(await slug { _ = try await TrialRubric(registry: test.registry)(rubric.hash, as: author) } == "value-not-possible")
        }
    }

    @Test func `a trial beside a rubric that is no longer in force is not enough`() async throws {
        try await TestRegistry.run { test in
            let (author, other) = (try official(7), try official(8))
            let (first, second) = (try stricter(), try RubricLibrary.named("pooled-1"))
            _ = try await ProposeRubric(registry: test.registry)(first, as: author)
            let old = try await TrialRubric(registry: test.registry)(second.hash, as: author)
            let trial = try await TrialRubric(registry: test.registry)(first.hash, as: author)
            let activate = ActivateRubric(registry: test.registry)
            #expect(await slug { _ = try await activate(first.hash, trial: old.trial, reason: "x", as: other) } == "trial-needed")
            _ = try await activate(first.hash, trial: trial.trial, reason: "x", as: other)
            #expect(await slug { _ = try await activate(second.hash, trial: old.trial, reason: "x", as: other) } == "trial-needed")
            #expect(await slug { _ = try await activate(first.hash, trial: trial.trial, reason: " ", as: other) } == "missing-value")
        }
    }

    @Test func `a built-in rubric, which nobody here proposed, is activated by somebody else than who tried it`() async throws {
        try await TestRegistry.run { test in
            let (one, other) = (try official(7), try official(8))
            let rubric = try RubricLibrary.named("pooled-1")
            let kept = try await ProposeRubric(registry: test.registry)(rubric, as: one)
            #expect(kept.isShipped)
            let trial = try await TrialRubric(registry: test.registry)(rubric.hash, as: one)
            let activate = ActivateRubric(registry: test.registry)
            #expect(await slug { _ = try await activate(rubric.hash, trial: trial.trial, reason: "较早的规则", as: one) } == "own-proposal")
            let active = try await activate(rubric.hash, trial: trial.trial, reason: "较早的规则", as: other)
            #expect(active.activatedBy == "account-8" && active.isShipped)
        }
    }

    @Test func `the database itself refuses an author who activates`() async throws {
        try await TestRegistry.run { test in
            let rubric = try stricter()
            _ = try await ProposeRubric(registry: test.registry)(rubric, as: official(7))
            let trial = try await TrialRubric(registry: test.registry)(rubric.hash, as: official(7))
            for author in ["account-7", "account-9"] {
                await #expect(throws: PostgresError.self) {
                    _ = try await test.pool.withTransaction { transaction in
                        try await transaction.execute(
                            """
                            INSERT INTO rubric_activations (rubric_hash, author, trial, activated_by, reason)
                            VALUES (\(rubric.hash), \(author), \(trial.trial), 'account-7', 'x')
                            """)
                    }
                }
            }
        }
    }
}
