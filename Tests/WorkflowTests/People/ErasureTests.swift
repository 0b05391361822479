import Appraisal
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// Erasing and restricting people.
struct ErasureTests {
    @Test func `after an erasure no name and no contact is found anywhere, and everything else stays as it was`() async throws {
        try await PeopleBench.run(status: .registered) { bench in
            let (test, canary) = (bench.test, PeopleBench.canary)
            try await plant(bench)
            #expect(try await bench.findings() != [], "nothing was planted")
            let before = try await assessment(test)
            let posts = try await bench.elements().leadership

            try await bench.eraseEverybody()
            #expect(try await bench.findings() == [])

            let shown = "\(try await bench.file())\(try await bench.elements())\(try await bench.people())"
            #expect(!shown.contains(canary))
            #expect(try await bench.elements().leadership.map(\.personName) == posts.map { _ in nil })
            #expect(try await bench.elements().leadership.map(\.post) == posts.map(\.post))
            #expect(try await bench.file().contacts.isEmpty)
            let left = try await bench.people()
            #expect(left.allSatisfy { $0.state == .erased && $0.basis == "person-request" })
            let after = try await assessment(test)
            #expect(after == before, "an erasure changed a score")
            #expect(try await bench.faults() == [])
        }
    }

    /// Puts the canary where a name may end up besides a person's own rows: kept answers, notes, findings, staged rows, assessments.
    private func plant(_ bench: PeopleBench) async throws {
        let (test, canary) = (bench.test, PeopleBench.canary)
        let keyed = test.caller.by(WriteRequest(key: "k", content: []) { result in Array("\(result)".utf8) })
        let post = LeadershipPost(
            post: .secretary, personName: "王\(canary)", chosenBy: .elected, termBegan: try test.day("2024-01-01"))
        _ = try await RecordLeadershipPost(registry: test.registry)(bench.organization, post, as: keyed)
        _ = try await DisclosePeople(registry: test.registry)(
            .organization(bench.organization), for: .contact, note: "找王\(canary)", as: test.caller)
        let header = "organization,post,personName,chosenBy,termBegan,termEnds,leftOn\n"
        try await test.taking(TestTable(.leadership, header + "\(bench.organization),supervisor,赵\(canary),elected,2024-01-01,,\n"))
        // Columns that were mixed up: the name stands where a post should.
        try await test.importing(TestTable(.leadership, header + "\(bench.organization),赵\(canary),chair,elected,2024-01-01,,\n"))
        let row = "\(bench.organization),supervisor,赵\(canary),elected,2025-01-01,,\n"
        // With a mark of its encoding: a short table without one is only understood, and staged, at its end.
        var cut = TestTable(.leadership, "\u{FEFF}" + header + row + row.replacing("2025", with: "2026"))
        cut.stop = .fails(after: cut.bytes.count)
        cut.rowsPerChunk = 1
        await #expect(throws: BytesSource.Broken.self) { try await test.importing(cut) }
        #expect(try await test.pool.query("SELECT FROM staged_records").count > 0, "nothing is staged")
        _ = try await assessment(test)
    }

    /// The newest assessment of the one organization, as stored, without the number of its run.
    private func assessment(_ test: TestRegistry) async throws -> [String] {
        let rubric = try RubricLibrary.named(RubricLibrary.standard)
        _ = try await RunAssessment(registry: test.registry)(
            asOf: try test.day("2026-06-30"), area: nil, rubric: rubric, as: test.caller)
        return try await test.pool.query(
            "SELECT (to_jsonb(a) - 'run')::text FROM assessments a WHERE run = (SELECT max(run) FROM assessments) ORDER BY 1"
        ).map { try $0.decode(as: String.self) }
    }

    @Test func `what people wrote about the organization is counted and left to them`() async throws {
        try await PeopleBench.run { bench in
            let (test, canary) = (bench.test, PeopleBench.canary)
            _ = try await OpenCase(registry: test.registry)(
                bench.organization, on: test.day("2024-02-01"), reason: "王\(canary)推荐", as: test.caller)
            let chair = try #require(try await bench.people().first)
            let erasure = try await ErasePerson(registry: test.registry)(
                chair.person, of: bench.organization, on: .consentWithdrawn, as: test.caller)
            #expect(erasure.mentions == 1)
            #expect(erasure.person.name == nil)
            #expect(erasure.person.contacts == [])
        }
    }

    @Test func `an erased person can be recorded anew, as another person`() async throws {
        try await PeopleBench.run { bench in
            try await bench.eraseEverybody()
            try await bench.record(.chair, "王\(PeopleBench.canary)", began: "2026-01-01")
            let people = try await bench.people()
            #expect(people.filter { $0.state == .active }.map(\.name) == ["王*"])
            #expect(people.count == 5)
            await #expect(throws: Refusal.personState(.erased)) {
                try await ErasePerson(registry: bench.test.registry)(
                    people[0].person, of: bench.organization, on: .unlawful, as: bench.test.caller)
            }
        }
    }

    @Test func `an erasure survives the restore of an older backup`() async throws {
        try await PeopleBench.run { bench in
            let (test, pool) = (bench.test, bench.test.pool)
            _ = try await pool.query("CREATE TABLE backup AS SELECT * FROM people")
            _ = try await pool.query("CREATE TABLE backup_contacts AS SELECT * FROM organization_contacts")
            try await bench.eraseEverybody()
            let noted = bench.noted.all
            #expect(noted.count == 4)
            #expect(noted.compactMap { ErasedPerson(line: $0.line) } == noted)

            // What the backup knew is back.
            _ = try await pool.query(
                """
                UPDATE people p
                   SET state = b.state, hash = b.hash, wrapped_key = b.wrapped_key, name = b.name, basis = b.basis
                  FROM backup b
                 WHERE b.person = p.person
                """)
            _ = try await pool.query("INSERT INTO organization_contacts SELECT * FROM backup_contacts")
            _ = try await pool.query("DROP TABLE backup, backup_contacts")
            #expect(try await bench.people().map(\.state) == [.active, .active, .active, .active])
            // Somebody else has the number of one who was erased.
            let foreign = try #require(noted.last)
            _ = try await pool.query("UPDATE people SET wrapped_key = sha256('another') WHERE person = \(foreign.person)")

            let replay = ReplayErasures(registry: test.registry)
            let first = try await replay(noted, as: test.caller)
            #expect((first.erased, first.absent) == (3, 1))
            #expect(try await pool.query("SELECT FROM people WHERE state = 'erased'").count == 3)
            let again = try await replay(noted, as: test.caller)
            #expect((again.erased, again.absent) == (0, 4))
        }
    }

    @Test func `nobody is erased who cannot be noted`() async throws {
        try await PeopleBench.run { bench in
            let refusal = Refusal.erasureListUnusable(BilingualText(zh: "磁盘已满", en: "the disk is full"))
            let full = PeopleSafe(key: { _ in [UInt8](repeating: 0x5A, count: 32) }, noting: { _ in throw refusal })
            let registry = Registry(pool: bench.test.registry.pool, folding: .standard, people: full, now: { TestRegistry.now })
            let before = try await bench.people()
            await #expect(throws: refusal) {
                try await ErasePerson(registry: registry)(
                    before[0].person, of: bench.organization, on: .unlawful, as: bench.test.caller)
            }
            #expect(try await bench.people() == before)
        }
    }

    @Test func `who is restricted is shown to nobody, is kept, and can be shown again`() async throws {
        try await PeopleBench.run { bench in
            let (registry, caller, number) = (bench.test.registry, bench.test.caller, bench.organization)
            let before = try await bench.people()
            let chair = before[0].person
            let until = try bench.test.day("2030-01-01")
            let restricted = try await RestrictPerson(registry: registry)(chair, of: number, on: .legalRetention, until: until, as: caller)
            #expect(restricted.state == .restricted && restricted.name == nil && restricted.contacts.isEmpty)
            #expect(try await bench.elements().leadership.compactMap(\.personName) == ["欧阳*"])
            #expect(try await bench.file().contacts.map(\.kind) == [.email])
            let shown = try await DisclosePeople(registry: registry)(.organization(number), for: .audit, note: nil, as: caller)
            #expect(shown[0].name == nil && shown[0].contacts.isEmpty)

            // An edit by somebody who cannot see the contact does not remove it.
            var draft = try bench.test.draft("城东合唱团")
            draft.contacts = []
            _ = try await EditOrganization(registry: registry)(number, version: 1, to: draft, as: caller)
            await #expect(throws: Refusal.retentionRuns(until: until)) {
                try await ErasePerson(registry: registry)(chair, of: number, on: .personRequest, as: caller)
            }
            let released = try await ReleasePerson(registry: registry)(chair, of: number, as: caller)
            #expect(released.name == "王*")
            #expect(released.contacts.map(\.value) == ["139****1111"])
            await #expect(throws: Refusal.personState(.active)) {
                try await ReleasePerson(registry: registry)(chair, of: number, as: caller)
            }
        }
    }
}
