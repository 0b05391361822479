import Access
import Incubation
import Postgres
import Testing
import Values
import Workflow

/// Documents come with the decision, and anybody who has one can have it confirmed for as long as it holds.
struct DocumentTests {
    @Test func `a graduation leaves a notice and a certificate, which anybody can have confirmed`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            try await test.openAndDecide(number)
            let documents = try await test.documents(of: number)
            #expect(documents.map(\.document.kind) == [.graduationCertificate, .decisionNotice])
            #expect(documents.allSatisfy { $0.standing == .inForce && $0.document.issuedBy == "account-7" && $0.decision?.number == 1 })
            for file in documents {
                let told = try await test.confirmation(of: file.document.mark)
                #expect(
                    told
                        == DocumentConfirmation(
                            kind: file.document.kind, organizationName: "城东合唱团", issuedOn: try test.day("2026-06-30"), standing: .inForce))
                let shown = try await ShowDocument(registry: test.registry)(file.document.number, of: number, as: test.caller)
                #expect(shown == file)
            }
            #expect(Set(documents.map(\.document.mark)).count == 2)
        }
    }

    @Test func `what is sent back leaves a notice that holds until the next decision`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            try await test.openAndDecide(number, isApproved: false)
            let notice = try #require(try await test.documents(of: number).first?.document)
            #expect(try await test.documents(of: number).count == 1)
            #expect(try await test.confirmation(of: notice.mark).standing == .inForce)
            let (hub, expert, official) = (try test.person(.hubStaff, 5), try test.person(.reviewer, 6), try test.person(.official, 7))
            _ = try await RecommendMove(registry: test.registry)(number, to: .graduated, reason: "已补正", version: 3, as: hub)
            #expect(try await test.confirmation(of: notice.mark).standing == .inForce)
            _ = try await ReviewMove(registry: test.registry)(number, isEndorsed: true, reason: "可", version: 1, as: expert)
            _ = try await DecideMove(registry: test.registry)(number, isApproved: true, reason: "同意", version: 2, as: official)
            #expect(try await test.confirmation(of: notice.mark).standing == .superseded)
        }
    }

    @Test func `a reversed decision is confirmed no longer`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            try await test.openAndDecide(number)
            let marks = try await test.documents(of: number).map(\.document.mark)
            // A district may let a graduation be undone.
            _ = try await test.pool.query(
                "INSERT INTO case_moves (from_stage, to_stage, source_chinese, source_english) VALUES ('graduated', 'exited', '本地', 'local')"
            )
            _ = try await AdvanceCase(registry: test.registry)(
                number, to: .exited, on: test.day("2026-06-30"), reason: "材料不实", version: 4, as: test.caller)
            for mark in marks { #expect(try await test.confirmation(of: mark).standing == .superseded) }
        }
    }

    @Test func `what was withdrawn is told as such, once and for all`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            try await test.openAndDecide(number)
            let certificate = try #require(try await test.documents(of: number).first?.document)
            let withdraw = WithdrawDocument(registry: test.registry)
            for role in [Role.hubManager, .reviewer, .auditor] {
                await #expect(throws: Refusal.notPermitted(.act(.withdrawDocument)), "\(role)") {
                    try await withdraw(certificate.number, of: number, reason: "误发", as: test.person(role, 9))
                }
            }
            let official = try test.person(.official, 7)
            await #expect(throws: Refusal.missing(field: "reason")) {
                try await withdraw(certificate.number, of: number, reason: " ", as: official)
            }
            let withdrawn = try await withdraw(certificate.number, of: number, reason: "误发", as: official)
            #expect(withdrawn.standing == .withdrawn && withdrawn.document.withdrawal?.by == "account-7")
            #expect(try await test.confirmation(of: certificate.mark).standing == .withdrawn)
            await #expect(throws: Refusal.alreadyRecorded(.withdrawal)) {
                try await withdraw(certificate.number, of: number, reason: "又一次", as: official)
            }
            #expect(try await test.documents(of: number).map(\.standing) == [.withdrawn, .inForce])
            await #expect(throws: Refusal.notFound(.document, "\(number)-99")) {
                try await withdraw(99, of: number, reason: "误发", as: official)
            }
        }
    }

    @Test func `a summary holds until the record changes or a newer one is out`() async throws {
        try await TestRegistry.run { test in
            let number = try await test.organization()
            let issue = IssueSummary(registry: test.registry)
            let first = try await issue(number, as: test.person(.hubStaff, 5))
            #expect(first.standing == .inForce && first.document.decision == nil)
            #expect(try await test.confirmation(of: first.document.mark).kind == .fileSummary)
            let second = try await issue(number, as: test.person(.official, 7))
            #expect(try await test.confirmation(of: first.document.mark).standing == .superseded)
            #expect(try await test.confirmation(of: second.document.mark).standing == .inForce)
            let step = LegalStatusStep(status: .filingCancelled, since: try test.day("2025-01-01"))
            _ = try await RecordLegalStatus(registry: test.registry)(number, version: 1, step: step, as: test.caller)
            #expect(try await test.confirmation(of: second.document.mark).standing == .superseded)
        }
    }
}
