import Foundation
import Incubation
import Locks
import Postgres
import TestDatabase
import Testing
import Values
import Workflow

/// A register with people whose names and contacts all hold a canary.
struct PeopleBench {
    let test: TestRegistry
    let organization: OrganizationNumber
    /// Whom the register was told to note as erased.
    let noted: NotedErasures

    /// Stands in every name.
    static let canary = "金丝雀"
    static let telephone = "13900001111"

    static func run(status: LegalStatus = .filed, _ body: (PeopleBench) async throws -> Void) async throws {
        let noted = NotedErasures()
        try await TestRegistry.run(people: .noting { noted.add($0) }) { test in
            var draft = try test.draft(
                "城东合唱团", form: status == .registered ? .socialServiceInstitution : .unincorporated, status: status,
                code: status == .registered ? TestCodes.code(1) : nil)
            draft.contacts = [
                Contact(kind: .telephone, value: telephone, person: "王\(canary)"), Contact(kind: .email, value: "\(canary)@example.org"),
            ]
            let created = try await CreateOrganization(registry: test.registry)(draft, as: test.caller)
            let bench = PeopleBench(test: test, organization: created.file.organization.number, noted: noted)
            try await bench.record(.chair, "王\(canary)", began: "2024-01-01")
            try await bench.record(.treasurer, "王\(canary)", began: "2024-01-01")
            try await bench.record(.coreMember, "欧阳\(canary)", began: "2024-01-01")
            let mentor = MentorAssignment(mentorName: "李\(canary)", from: try test.day("2024-02-01"))
            _ = try await AssignMentor(registry: test.registry)(bench.organization, mentor, as: test.caller)
            try await body(bench)
        }
    }

    func record(_ post: PostKind, _ name: String, began: String) async throws {
        let post = LeadershipPost(post: post, personName: name, chosenBy: .elected, termBegan: try test.day(began))
        _ = try await RecordLeadershipPost(registry: test.registry)(organization, post, as: test.caller)
    }

    func people() async throws -> [PersonFile] {
        try await ListPeople(registry: test.registry)(.organization(organization), page: PageRequest(size: 500), as: test.caller).items
    }

    func file() async throws -> OrganizationFile {
        try await ShowOrganization(registry: test.registry)(organization, as: test.caller)
    }

    func elements() async throws -> FourElements {
        try await ShowElements(registry: test.registry)(organization, as: test.caller)
    }

    func eraseEverybody() async throws {
        for person in try await people() where person.state != .erased {
            _ = try await ErasePerson(registry: test.registry)(person.person, of: organization, on: .personRequest, as: test.caller)
        }
    }

    /// What `incubator verify` finds wrong with people, contacts and the audit events.
    func faults() async throws -> [String] {
        try await VerifyRegister(registry: test.registry)(as: test.caller).filter { result in
            result.brokenRows > 0 && ["people", "person", "contact", "audit"].contains { result.name.hasPrefix($0) }
        }
        .map { "\($0.name): \($0.firstBroken ?? "")" }
    }

    /// Where any of some texts stands, in whatever form: every row of every table, and what a dump of the database made now would hold.
    func findings(of texts: [String] = [canary, telephone]) async throws -> [String] {
        let forms = texts.flatMap { text in
            [text, text.utf8.hexadecimal]
        }
        var found: [String] = []
        let tables = try await test.pool.query(
            "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"
        ).map { try $0.decode(as: String.self) }
        for table in tables {
            for row in try await test.pool.query("SELECT to_jsonb(t)::text AS line FROM \(identifier: table) t") {
                let line = try row.decode(as: String.self)
                found += forms.filter(line.contains).map { "\(table): \($0)" }
            }
        }
        let dump = try await dump()
        try #require(dump.contains("CREATE TABLE public.people"), "the dump is none")
        found += forms.filter(dump.contains).map { "dump: \($0)" }
        return found
    }

    private func dump() async throws -> String {
        let row = try await test.pool.query("SELECT current_database()::text, (SELECT setting FROM pg_config WHERE name = 'BINDIR')")[0]
        let (name, folder) = try row.decode(as: String.self, String.self)
        let process = Process()
        process.executableURL = URL(filePath: folder).appending(path: "pg_dump")
        process.arguments = ["-d", try TestDatabase.connectionString(database: name)]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A list of erased people in memory.
final class NotedErasures: Sendable {
    private let storage = Guarded<[ErasedPerson]>([])

    var all: [ErasedPerson] { storage.withLock { $0 } }

    func add(_ person: ErasedPerson) {
        storage.withLock { $0.append(person) }
    }
}
