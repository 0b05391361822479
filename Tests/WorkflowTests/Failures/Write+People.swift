import Access
import Incubation
import Postgres
import Values
import Workflow

extension Write {
    /// A chair and a contact.
    private static let somebody: Body = { test, attempt in
        let post = LeadershipPost(post: .chair, personName: "王秘密", chosenBy: .elected, termBegan: try test.day("2024-01-01"))
        _ = try await RecordLeadershipPost(registry: test.registry)(attempt.organization, post, as: test.caller)
    }

    private static let somebodyRestricted: Body = { test, attempt in
        try await somebody(test, attempt)
        _ = try await RestrictPerson(registry: test.registry)(
            attempt.person(in: test), of: attempt.organization, on: .disputed, until: nil, as: test.caller)
    }

    static let people = [
        Write(.viewPeople, "view people", prepare: somebody) { test, attempt in
            _ = try await DisclosePeople(registry: test.registry)(
                .organization(attempt.organization), for: .contact, note: "换届", as: test.caller)
        },
        Write(.exportPeople, "export people", prepare: somebody) { test, attempt in
            _ = try await DisclosePeople(registry: test.registry)(
                .district(attempt.organization.district), for: .audit, note: attempt.mark, as: test.caller)
        },
        Write(.erasePerson, "erase a person", prepare: somebody) { test, attempt in
            _ = try await ErasePerson(registry: test.registry)(
                attempt.person(in: test), of: attempt.organization, on: .personRequest, as: test.caller)
        },
        Write(.restrictPerson, "restrict a person", prepare: somebody) { test, attempt in
            _ = try await RestrictPerson(registry: test.registry)(
                attempt.person(in: test), of: attempt.organization, on: .legalRetention, until: test.day("2040-01-01"), as: test.caller)
        },
        Write(.releasePerson, "release a person", prepare: somebodyRestricted) { test, attempt in
            _ = try await ReleasePerson(registry: test.registry)(attempt.person(in: test), of: attempt.organization, as: test.caller)
        },
        Write(
            .applyRetention, "remove what is past its time", isRepeatable: true,
            prepare: { test, attempt in
                _ = try await test.pool.query(
                    """
                    INSERT INTO idempotency_keys (caller, key, act, request_hash, created_at)
                    VALUES ('local-operator', \(attempt.mark), 'x', sha256(''), now() - interval '30 days')
                    """)
            }
        ) { test, _ in
            _ = try await ApplyRetention(registry: test.registry)(isRehearsal: false, as: test.caller)
        },
    ]
}

extension Attempt {
    /// The number of the one person whom the attempt's organization has; 0 for none.
    func person(in test: TestRegistry) async throws -> Int64 {
        let rows = try await test.pool.query("SELECT max(person) FROM people WHERE serial = \(organization.serial)")
        let newest = try rows[0].decode(as: Int64?.self)
        return newest ?? 0
    }
}
