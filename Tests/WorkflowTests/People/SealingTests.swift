import EmbeddedFiles
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// Names and contacts that were recorded before people's data was sealed.
struct SealingTests {
    /// The migration is undone and run again over plain rows, as it found them in registers of that time.
    @Test func `what was recorded in plain text is sealed, and nothing of it stays`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let pool = test.pool
            try await Self.turnBack(pool)
            let (district, serial) = (number.district, number.serial)
            _ = try await pool.query(
                """
                INSERT INTO leadership_posts (district, serial, post, person_name, chosen_by, term_began, recorded_on)
                SELECT \(district), \(serial), post, name, 'elected', '2024-01-01', '2024-01-01'
                  FROM (VALUES ('chair', '王金丝雀'), ('treasurer', '王金丝雀'), ('coreMember', '赵金丝雀')) AS v (post, name)
                """)
            _ = try await pool.query(
                "INSERT INTO mentor_assignments VALUES (\(district), \(serial), '李金丝雀', '2024-01-01', NULL, '2024-01-01')")
            _ = try await pool.query(
                """
                INSERT INTO organization_contacts (district, serial, contact, kind, value, person)
                VALUES (\(district), \(serial), 1, 'telephone', '13900001111', '王金丝雀'), (\(district), \(serial), 2, 'email', 'a@b', NULL)
                """)
            let migration = try #require(EmbeddedFile.all(under: "migrations").first { $0.name.hasSuffix("_people.sql") }?.text)
            try await pool.withTransaction { try await $0.executeScript(migration) }

            let shownBefore = try await ShowElements(registry: test.registry)(number, as: test.caller)
            #expect(shownBefore.leadership.map(\.personName) == [nil, nil, nil])
            let seal = SealStoredPeople(pool: pool, people: test.registry.people)
            #expect(try await seal() == 5)
            #expect(try await seal() == 0)

            let people = try await DisclosePeople(registry: test.registry)(.organization(number), for: .filing, note: nil, as: test.caller)
            #expect(Set(people.compactMap(\.name)) == ["王金丝雀", "赵金丝雀", "李金丝雀"])
            let chair = try #require(people.first { $0.name == "王金丝雀" })
            #expect(chair.posts == [.chair, .treasurer])
            #expect(chair.contacts == [Contact(kind: .telephone, value: "13900001111", person: "王金丝雀")])
            #expect(people.filter { $0.name == nil }.flatMap(\.contacts).map(\.value) == ["a@b"])
            let bench = PeopleBench(test: test, organization: number, noted: NotedErasures())
            #expect(try await bench.findings(of: ["金丝雀", "13900001111"]) == [])
            #expect(try await bench.faults() == [])
        }
    }

    /// Gives the tables the form that they had before the step.
    private static func turnBack(_ pool: PostgresPool) async throws {
        let script = """
            DROP TABLE disclosures, people_to_seal, people_key_marks;
            DROP FUNCTION forget_texts;
            ALTER TABLE leadership_posts DROP COLUMN person, ADD COLUMN person_name text NOT NULL,
                ADD CONSTRAINT leadership_posts_organization_fkey FOREIGN KEY (district, serial) REFERENCES organizations (district, serial);
            DROP TABLE mentor_assignments;
            CREATE TABLE mentor_assignments (
                district bigint NOT NULL, serial bigint NOT NULL, mentor_name text NOT NULL, from_day date NOT NULL, until_day date,
                recorded_on date NOT NULL,
                CONSTRAINT mentor_assignments_organization_fkey FOREIGN KEY (district, serial) REFERENCES organizations (district, serial));
            ALTER TABLE organization_contacts DROP COLUMN person, DROP COLUMN value, DROP COLUMN value_hash, ADD COLUMN value text NOT NULL,
                ADD COLUMN person text,
                ADD CONSTRAINT organization_contacts_organization_fkey FOREIGN KEY (district, serial) REFERENCES organizations (district, serial);
            DROP TABLE people;
            ALTER TABLE staged_records DROP COLUMN person;
            ALTER TABLE audit_events DROP COLUMN purpose, DROP COLUMN row_count;
            ALTER TABLE retention_periods DROP COLUMN keeps, DROP COLUMN kept_by, DROP COLUMN certainty;
            DELETE FROM retention_periods WHERE subject <> 'idempotency-keys';
            GRANT SELECT ON mentor_assignments TO incubator_service;
            """
        try await pool.withTransaction { try await $0.executeScript(script) }
    }
}
