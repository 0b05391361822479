import Access
import Foundation
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// Every act leaves exactly one event, done or refused, that says what it should and nothing about people. Two acts that are done together
/// leave one each.
struct ActEventTests {
    @Test(arguments: Write.all) func `an act leaves one event`(write: Write) async throws {
        try await TestRegistry.run { test in
            let attempt = try await Attempt(1, of: write, in: test)
            let before = try await test.events()
            try await write.run(test, attempt)
            let added = try await test.events().filter { !before.contains($0) }
            #expect(added.map(\.entry.act) == [write.earlier, write.act].compactMap { $0?.rawValue })
            let event = try #require(added.last)
            let expected = try await ExpectedEvent(of: write.act, on: attempt, in: test)
            #expect(event.chain == expected.chain)
            #expect(event.entry == expected.entry(of: write.act))
            if let earlier = write.earlier {
                let declared = try #require(added.first)
                #expect(declared.chain == event.chain && declared.entry.caller == event.entry.caller)
                #expect(declared.entry.subjectKey == event.entry.subjectKey && declared.entry.versionAfter == nil, "\(earlier)")
            }
            #expect(try await VerifyAudit(registry: test.registry)(as: test.caller).fault == nil)
        }
    }

    @Test(arguments: Act.allCases) func `a refused act leaves one event and nothing else`(act: Act) async throws {
        try await TestRegistry.run { test in
            let before = try await test.dump()
            let refused = try RefusedAct(act, in: test)
            var slug = "import-refused"
            do {
                try await refused.run()
                // An import says in its report that it was refused.
                #expect(act == .importTable)
            } catch let refusal as Refusal {
                slug = refusal.slug
            }
            let events = try await test.events()
            #expect(events.map(\.entry.act) == [act.rawValue])
            #expect(events.map(\.entry.refusal) == [slug])
            #expect(events.map(\.chain) == [refused.chain])
            #expect(try await test.dump() == before)
            #expect(try await VerifyAudit(registry: test.registry)(as: test.caller).fault == nil)
        }
    }

    @Test func `what is refused before the database is asked leaves an event too`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            await #expect(throws: Refusal.self) {
                try await OpenCase(registry: test.registry)(number, on: test.day("2026-07-01"), reason: nil, as: test.caller)
            }
            let last = try #require(try await test.events().last)
            #expect(last.entry.act == "open-case")
            #expect(last.entry.subjectKey == number.description)
            #expect(last.entry.refusal == "value-not-possible")
        }
    }

    @Test func `a rehearsed import leaves no event`() async throws {
        try await TestRegistry.run { test in
            try await test.importing(TestTable(.areas, "code,name,level,parent\n320613003,a,township,320613\n"), rehearsing: true)
            try await test.importing(TestTable(.areas, "code,name,level,parent\nx,a,township,320613\n"), rehearsing: true)
            #expect(try await test.events() == [])
        }
    }

    @Test func `no event says anything about people`() async throws {
        try await TestRegistry.run { test in
            for (number, write) in Write.all.enumerated() {
                try await write.run(test, try await Attempt(number, of: write, in: test))
            }
            // Digits of a time or a hash may look like anything.
            let rows = try await test.pool.query(
                "SELECT (to_jsonb(e) - ARRAY['occurred_at', 'hash', 'previous_hash'])::text FROM audit_events e"
            ).map { try $0.decode(as: String.self) }
            #expect(rows.count > Write.all.count)
            for row in rows {
                #expect(row.utf8.allSatisfy { $0 < 128 }, "a name: \(row)")
                for secret in ["0513", "example.org", "T1T", "table.csv"] { #expect(!row.contains(secret), "\(row)") }
            }
        }
    }

    /// Only these write: an act's transaction, and what prepares one or tells how far it is. Everything else is read-only, which the server enforces.
    @Test func `no use case writes past the events`() throws {
        let sources = URL(filePath: #filePath).appending(path: "../../../../Sources/Workflow").standardizedFileURL
        let writers: Set<String> = [
            "Registry.swift", "Registry+Act.swift", "Registry+Duty.swift", "BeginImport.swift", "ImportBeats.swift", "ImportTable.swift",
            "ImportStaging.swift", "SealStoredPeople.swift", "Registry+Runs.swift", "AssessmentWorker.swift", "CohortKeeper.swift",
            "TrialRubric.swift", "Registry+WholeRequests.swift",
        ]
        var seen = 0
        for file in FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? [] {
            guard file.pathExtension == "swift" else { continue }
            seen += 1
            let text = try String(contentsOf: file, encoding: .utf8)
            let name = file.lastPathComponent
            for call in ["write(as:", "pool.withTransaction", "pool.query", "pool.pipeline", "pool.withConnection"]
            where text.contains(call) {
                #expect(writers.contains(name), "\(name) uses \(call)")
            }
        }
        #expect(seen > 50)
    }
}

extension TestRegistry {
    /// All events, in the order of chains and numbers.
    func events() async throws -> [AuditEvent] {
        try await ListAuditEvents(registry: registry)(of: nil, page: PageRequest(size: 500), as: caller).items
    }
}
