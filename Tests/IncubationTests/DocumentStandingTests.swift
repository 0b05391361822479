import Incubation
import Testing
import Values

/// When a document holds, and when it does so no longer.
struct DocumentStandingTests {
    private static let facts: [UInt8] = [1, 2, 3]

    private static func document(_ kind: DocumentKind, withdrawn: Bool = false) throws -> IssuedDocument {
        let day = try #require(Day(iso: "2026-06-30"))
        return IssuedDocument(
            organization: try #require(OrganizationNumber("320613-1")), number: 1,
            mark: try #require(VerificationNumber(randomBytes: [UInt8](repeating: 7, count: 10))), kind: kind, organizationName: "合唱团",
            decision: kind == .fileSummary ? nil : 1, publicFacts: kind == .fileSummary ? facts : nil, issuedOn: day, issuedBy: "account-7",
            withdrawal: withdrawn ? IssuedDocument.Withdrawal(on: day, by: "account-7", reason: "误发") : nil)
    }

    private static func standing(_ kind: DocumentKind, _ ground: DocumentGround) throws -> DocumentStanding {
        try document(kind).standing(on: ground)
    }

    @Test func `a certificate holds as long as the organization is graduated`() throws {
        for stage in CaseStage.allCases {
            let ground = DocumentGround(stage: stage, decidedStage: .graduated, decidedState: .approved, isFollowed: true)
            #expect(try Self.standing(.graduationCertificate, ground) == (stage == .graduated ? .inForce : .superseded))
        }
        #expect(try Self.standing(.graduationCertificate, DocumentGround(stage: nil)) == .superseded)
    }

    @Test func `the notice of an approval holds as long as the case is where it led`() throws {
        for decided in CaseStage.allCases {
            for stage in CaseStage.allCases {
                let ground = DocumentGround(stage: stage, decidedStage: decided, decidedState: .approved)
                #expect(try Self.standing(.decisionNotice, ground) == (stage == decided ? .inForce : .superseded))
            }
        }
    }

    @Test func `the notice of a return holds until the next decision`() throws {
        for isFollowed in [false, true] {
            let ground = DocumentGround(stage: .incubating, decidedStage: .graduated, decidedState: .returned, isFollowed: isFollowed)
            #expect(try Self.standing(.decisionNotice, ground) == (isFollowed ? .superseded : .inForce))
        }
    }

    @Test(arguments: [CaseDecision.State?.none, .recommended, .reviewed])
    func `a notice of what is not decided holds never`(state: CaseDecision.State?) throws {
        let ground = DocumentGround(stage: .graduated, decidedStage: .graduated, decidedState: state)
        #expect(try Self.standing(.decisionNotice, ground) == .superseded)
    }

    @Test func `a summary holds while what is public is the same and no newer one is out`() throws {
        let grounds: [(DocumentGround, DocumentStanding)] = [
            (DocumentGround(stage: nil, publicFacts: Self.facts), .inForce),
            (DocumentGround(stage: .graduated, publicFacts: Self.facts), .inForce),
            (DocumentGround(stage: nil, publicFacts: [9]), .superseded), (DocumentGround(stage: nil), .superseded),
            (DocumentGround(stage: nil, isFollowed: true, publicFacts: Self.facts), .superseded),
        ]
        for (ground, standing) in grounds { #expect(try Self.standing(.fileSummary, ground) == standing) }
    }

    @Test(arguments: DocumentKind.allCases) func `what was withdrawn holds never again`(kind: DocumentKind) throws {
        let ground = DocumentGround(stage: .graduated, decidedStage: .graduated, decidedState: .approved, publicFacts: Self.facts)
        #expect(try Self.document(kind).standing(on: ground) == .inForce)
        #expect(try Self.document(kind, withdrawn: true).standing(on: ground) == .withdrawn)
    }
}
