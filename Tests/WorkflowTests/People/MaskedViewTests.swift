import Access
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// What is shown of people to those who have stated no purpose, and what those see who have.
struct MaskedViewTests {
    @Test func `nothing of a person is shown whole, and nothing stands in the database as it was written`() async throws {
        try await PeopleBench.run { bench in
            let (file, elements, people) = (try await bench.file(), try await bench.elements(), try await bench.people())
            let mentors = try await ListMentors(registry: bench.test.registry)(bench.organization, as: bench.test.caller)
            for shown in ["\(file)", "\(elements)", "\(people)", "\(mentors)"] {
                #expect(!shown.contains(PeopleBench.canary) && !shown.contains(PeopleBench.telephone), "\(shown)")
            }
            #expect(file.contacts.map(\.value) == ["139****1111", "金***@example.org"])
            #expect(file.contacts.map(\.person) == ["王*", nil])
            #expect(elements.leadership.map(\.personName) == ["欧阳*", "王*", "王*"])
            #expect(mentors.map(\.mentorName) == ["李*"])
            #expect(try await bench.findings() == [])
        }
    }

    @Test func `the same person in two posts is one person, and each contact without a name is somebody`() async throws {
        try await PeopleBench.run { bench in
            let people = try await bench.people()
            #expect(people.map(\.name) == ["王*", nil, "欧阳*", "李*"])
            #expect(people.map(\.posts) == [[.chair, .treasurer], [], [.coreMember], []])
            #expect(people.map(\.isMentor) == [false, false, false, true])
            #expect(people.map(\.contacts.count) == [1, 1, 0, 0])
            let hashes = try await bench.test.pool.query("SELECT DISTINCT hash FROM people")
            #expect(hashes.count == 4)
        }
    }

    @Test func `two organizations that name the same person share nothing`() async throws {
        try await PeopleBench.run { bench in
            let other = try await bench.test.organization("另一团")
            let post = LeadershipPost(
                post: .chair, personName: "王\(PeopleBench.canary)", chosenBy: .elected, termBegan: try bench.test.day("2024-01-01"))
            _ = try await RecordLeadershipPost(registry: bench.test.registry)(other, post, as: bench.test.caller)
            let rows = try await bench.test.pool.query(
                "SELECT FROM people a JOIN people b ON (a.hash = b.hash OR a.wrapped_key = b.wrapped_key) AND a.person < b.person")
            #expect(rows.isEmpty)
        }
    }

    @Test func `the names of a registered organization's responsible persons in office are published, but kept in no answer`() async throws
    {
        try await PeopleBench.run(status: .registered) { bench in
            let name = "王\(PeopleBench.canary)"
            #expect(try await bench.elements().leadership.map(\.personName) == ["欧阳*", "王*", name])
            #expect(try await bench.people().first?.name == name)
            let post = LeadershipPost(
                post: .secretary, personName: name, chosenBy: .elected, termBegan: try bench.test.day("2020-01-01"),
                left: try bench.test.day("2023-01-01"))
            let answered = try await RecordLeadershipPost(registry: bench.test.registry)(bench.organization, post, as: bench.test.caller)
            #expect(!"\(answered)".contains(PeopleBench.canary))
            #expect(try await bench.elements().leadership.last?.personName == "王*", "who has left is not published any more")
        }
    }

    @Test func `with a purpose everything is shown, and an event says what for and of how many`() async throws {
        try await PeopleBench.run { bench in
            let disclose = DisclosePeople(registry: bench.test.registry)
            let all = try await disclose(
                .organization(bench.organization), for: .contact, note: "换届通知", as: bench.test.caller)
            #expect(all.map(\.name) == ["王\(PeopleBench.canary)", nil, "欧阳\(PeopleBench.canary)", "李\(PeopleBench.canary)"])
            #expect(all[0].contacts.map(\.value) == [PeopleBench.telephone])
            let one = try await disclose(
                .organization(bench.organization), person: all[2].person, for: .review, note: nil, as: bench.test.caller)
            #expect(one.map(\.person) == [all[2].person])
            let exported = try await disclose(.district(bench.organization.district), for: .audit, note: nil, as: bench.test.caller)
            #expect(exported == all)
            let events = try await bench.test.events().suffix(3)
            #expect(events.map(\.entry.act) == ["view-people", "view-people", "export-people"])
            #expect(events.map(\.entry.purpose) == ["contact", "review", "audit"])
            #expect(events.map(\.entry.rowCount) == [4, 1, 4])
            let notes = try await bench.test.pool.query("SELECT note FROM disclosures ORDER BY disclosure").map {
                try $0.decode(as: String?.self)
            }
            #expect(notes == ["换届通知", nil, nil])
            #expect(try await VerifyAudit(registry: bench.test.registry)(as: bench.test.caller).fault == nil)
        }
    }

    @Test func `whoever may not, sees nobody unmasked`() async throws {
        try await PeopleBench.run { bench in
            let number = bench.organization
            let from = try bench.test.day("2024-01-01")
            func caller(_ role: Role, _ scope: Scope) throws -> Caller {
                let account = try #require(AccountNumber(rawValue: 7))
                return Caller(
                    account: account, holdings: [Holding(number: 1, role: role, scope: scope, from: from, until: nil)], isTwoFactor: true)
            }
            let district = try bench.test.area("320613")
            let disclose = DisclosePeople(registry: bench.test.registry)
            for role in [Role.reviewer, .auditor, .fundingApprover, .disburser] {
                let stranger = try caller(role, .area(district))
                await #expect(throws: Refusal.notPermitted(.act(.viewPeople))) {
                    try await disclose(.organization(number), for: .contact, note: nil, as: stranger)
                }
            }
            let member = try caller(.organizationMember, .organization(number))
            await #expect(throws: Refusal.self) { try await disclose(.organization(number), for: .contact, note: nil, as: member) }
            let staff = try caller(.hubStaff, .area(district))
            #expect(try await disclose(.organization(number), for: .contact, note: nil, as: staff).count == 4)
            await #expect(throws: Refusal.self) { try await disclose(.district(number.district), for: .contact, note: nil, as: staff) }
            let elsewhere = try caller(.hubManager, .area(bench.test.area("320612")))
            await #expect(throws: Refusal.self) { try await disclose(.organization(number), for: .contact, note: nil, as: elsewhere) }
        }
    }

    @Test func `a contact that comes back masked stays as it is, and a masked value is never recorded`() async throws {
        try await PeopleBench.run { bench in
            let (registry, caller) = (bench.test.registry, bench.test.caller)
            var draft = try bench.test.draft("城东合唱团")
            draft.contacts = try await bench.file().contacts + [Contact(kind: .telephone, value: "13700002222")]
            let edited = try await EditOrganization(registry: registry)(bench.organization, version: 1, to: draft, as: caller)
            #expect(edited.contacts.map(\.value) == ["139****1111", "金***@example.org", "137****2222"])
            let whole = try await DisclosePeople(registry: registry)(
                .organization(bench.organization), for: .contact, note: nil, as: caller)
            #expect(whole.flatMap(\.contacts).map(\.value) == [PeopleBench.telephone, "\(PeopleBench.canary)@example.org", "13700002222"])
            for wrong in [Contact(kind: .telephone, value: "138****9999"), Contact(kind: .telephone, value: "137****2222", person: "李*")] {
                draft.contacts = [wrong]
                await #expect(throws: Refusal.self) {
                    try await EditOrganization(registry: registry)(bench.organization, version: 2, to: draft, as: caller)
                }
            }
            draft.contacts = []
            _ = try await EditOrganization(registry: registry)(bench.organization, version: 2, to: draft, as: caller)
            #expect(try await bench.people().map(\.name) == ["王*", "欧阳*", "李*"], "whom nothing names any more is gone")
        }
    }

    @Test func `masked names and identity numbers are refused`() async throws {
        try await PeopleBench.run { bench in
            for name in ["王*", "王小明110101199003072316"] {
                await #expect(throws: Refusal.self, "\(name)") { try await bench.record(.supervisor, name, began: "2024-01-01") }
            }
        }
    }

    @Test func `another key is noticed before anything is shown or written with it`() async throws {
        try await PeopleBench.run { bench in
            let other = PeopleSafe(key: { _ in [UInt8](repeating: 1, count: 32) }, noting: { _ in })
            let registry = Registry(pool: bench.test.registry.pool, folding: .standard, people: other, now: { TestRegistry.now })
            do {
                _ = try await ShowElements(registry: registry)(bench.organization, as: bench.test.caller)
                Issue.record("it was shown")
            } catch Refusal.peopleKeyUnusable {}
            do {
                let post = LeadershipPost(post: .chair, personName: "赵", chosenBy: .elected, termBegan: try bench.test.day("2024-01-01"))
                _ = try await RecordLeadershipPost(registry: registry)(bench.organization, post, as: bench.test.caller)
                Issue.record("it was recorded")
            } catch Refusal.peopleKeyUnusable {}
        }
    }
}
