import Access
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

/// What whoever has no number, or a wrong one, learns: nothing.
struct VerificationTests {
    @Test func `a number that was not given and a private organization are answered alike`() async throws {
        try await TestRegistry.run { test in
            let draft = try test.draft("筹备中的团", status: .idea)
            let number = try await CreateOrganization(registry: test.registry)(draft, as: test.caller).file.organization.number
            let issued = try await IssueSummary(registry: test.registry)(number, as: test.caller)
            #expect(try await test.confirmation(of: issued.document.mark) == .nothing)
            let other = try #require(VerificationNumber(randomBytes: Array(0..<10)))
            #expect(try await test.confirmation(of: other) == .nothing)
        }
    }

    @Test func `what can be no number is told without asking the register, and costs no try`() async throws {
        try await TestRegistry.run { test in
            let verify = VerifyDocument(registry: test.registry)
            for written in ["000G40-R40M30-E209FB", "320613-42", "x", String(repeating: "0", count: 5_000)] {
                do {
                    _ = try await verify(written, from: "192.0.2.1", as: .visitor)
                    Issue.record("\(written.prefix(30)) was read")
                } catch Refusal.malformed(let field, _, _) {
                    #expect(field == "number")
                }
            }
            await #expect(throws: Refusal.missing(field: "number")) { try await verify(" ", from: nil, as: .visitor) }
            #expect(try await test.pool.query("SELECT FROM rate_limits").isEmpty)
        }
    }

    @Test func `whoever tries number after number waits`() async throws {
        try await TestRegistry.run { test in
            let verify = VerifyDocument(registry: test.registry)
            for seed in 0..<30 {
                let mark = try #require(VerificationNumber(randomBytes: [UInt8](repeating: UInt8(seed), count: 10)))
                _ = try await verify(mark.text, from: "192.0.2.1", as: .visitor)
            }
            await #expect(throws: Refusal.account(.tooManyAttempts(seconds: 10))) {
                try await verify("000G40-R40M30-E209FA", from: "192.0.2.1", as: .visitor)
            }
            _ = try await verify("000G40-R40M30-E209FA", from: "192.0.2.2", as: .visitor)
        }
    }

    @Test func `a document's number opens its row and nothing else, whatever the program asks for`() async throws {
        try await TestRegistry.run { test in
            for name in ["甲团", "乙团"] {
                let number = try await test.organization(name)
                try await test.openAndDecide(number)
            }
            let all = try await test.pool.query("SELECT verification_number FROM documents ORDER BY document")
            let marks: [String] = try all.map { try $0.decode(as: String.self) }
            #expect(marks.count == 4)
            let settings: [(SessionContext, [String])] = [
                ([:], []), (["incubator.document": ""], []), (["incubator.document": marks[2]], [marks[2]]),
                (["incubator.document": "000000000000000001"], []),
            ]
            for (context, seen) in settings {
                let service = test.registry.pool
                let rows = try await service.query("SELECT verification_number FROM documents ORDER BY document", context: context)
                #expect(try rows.map { try $0.decode(as: String.self) } == seen)
                #expect(try await service.query("SELECT FROM case_decisions", context: context).isEmpty)
                let changed = try await service.withTransaction(context: context) {
                    try await $0.execute("UPDATE documents SET withdrawn_on = '2026-06-30', withdrawn_by = 'x', withdrawal_reason = 'x'")
                }
                #expect(changed == 0, "the number shows a row and changes none")
            }
        }
    }
}
