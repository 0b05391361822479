import Incubation
import Postgres
import Testing
import Values
import Workflow

/// What anybody is told who knows a number.
struct LookupTests {
    @Test func `a number leads to status words, whichever of the three it is`() async throws {
        try await TestRegistry.run { test in
            var draft = try test.draft("邻里服务中心", form: .socialServiceInstitution, status: .registered, code: TestCodes.code(1))
            draft.particulars.filingNumber = "备〔2024〕7号"
            let number = try await CreateOrganization(registry: test.registry)(draft, as: test.caller).file.organization.number
            let look = LookUpStatus(registry: test.registry)
            let before = PublicStatus(legalStatus: .registered, stage: nil, owner: nil, until: nil)
            for written in [try TestCodes.code(1), " \(try TestCodes.code(1).lowercased())", "备〔2024〕7号", number.description] {
                #expect(try await look(written, from: nil, as: .visitor) == before, "\(written)")
            }
            _ = try await OpenCase(registry: test.registry)(number, on: test.day("2024-02-01"), reason: "秘密", as: test.caller)
            let opened = try await look(number.description, from: nil, as: .visitor)
            #expect(opened.stage == .opened)
            #expect(opened.owner == .hubStaff)
            let due = try await test.pool.query("SELECT min(due_on) FROM pending_items WHERE state = 'open'")[0].decode(as: Day?.self)
            #expect(opened.until == due && due != nil, "by when somebody has to act")
            _ = try await test.pool.query("UPDATE pending_items SET state = 'done', closed_at = now()")
            let done = PublicStatus(legalStatus: .registered, stage: .opened, owner: .hubStaff, until: nil)
            #expect(try await look(number.description, from: nil, as: .visitor) == done)
        }
    }

    @Test func `no such number and a private organization are answered alike`() async throws {
        try await TestRegistry.run { test in
            var draft = try test.draft("筹备中的团", status: .idea)
            draft.particulars.filingNumber = "意向7"
            let number = try await CreateOrganization(registry: test.registry)(draft, as: test.caller).file.organization.number
            _ = try await OpenCase(registry: test.registry)(number, on: test.day("2024-02-01"), reason: nil, as: test.caller)
            let nothing = PublicStatus(legalStatus: nil, stage: nil, owner: nil, until: nil)
            let look = LookUpStatus(registry: test.registry)
            for written in [number.description, "意向7", "320613-99", "999999-1", try TestCodes.code(5), "备1", "-", "%", "\u{FFFD}"] {
                #expect(try await look(written, from: nil, as: .visitor) == nothing, "\(written)")
            }
            await #expect(throws: Refusal.missing(field: "number")) { try await look(" \n", from: nil, as: .visitor) }
        }
    }

    @Test func `a filing number that two offices have given says nothing`() async throws {
        try await TestRegistry.run { test in
            for area in ["320613001", "320612"] {
                var draft = try test.draft("团\(area)", area: area)
                draft.particulars.filingNumber = "备1"
                _ = try await CreateOrganization(registry: test.registry)(draft, as: test.caller)
            }
            #expect(try await LookUpStatus(registry: test.registry)("备1", from: nil, as: .visitor).legalStatus == nil)
        }
    }

    @Test func `whoever asks number after number waits, and nobody else does`() async throws {
        try await TestRegistry.run { test in
            let look = LookUpStatus(registry: test.registry)
            for number in 1...30 { _ = try await look("320613-\(number)", from: "192.0.2.1", as: .visitor) }
            await #expect(throws: Refusal.account(.tooManyAttempts(seconds: 10))) {
                try await look("320613-31", from: "192.0.2.1", as: .visitor)
            }
            _ = try await look("320613-31", from: "192.0.2.2", as: .visitor)
            _ = try await look("320613-31", from: nil, as: .localOperator)
            let later = LookUpStatus(registry: test.later(10).registry)
            _ = try await later("320613-31", from: "192.0.2.1", as: .visitor)
            await #expect(throws: Refusal.account(.tooManyAttempts(seconds: 10)), "one in ten seconds") {
                try await later("320613-32", from: "192.0.2.1", as: .visitor)
            }
        }
    }
}
