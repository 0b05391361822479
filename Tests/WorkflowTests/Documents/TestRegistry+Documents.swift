import Access
import Incubation
import Values
import Workflow

extension TestRegistry {
    /// Takes a case from its opening to the word of the person with number 7 on its graduation.
    func openAndDecide(_ number: OrganizationNumber, isApproved: Bool = true) async throws {
        let begun = try day("2024-01-01")
        _ = try await OpenCase(registry: registry)(number, on: begun, reason: nil, as: caller)
        let advance = AdvanceCase(registry: registry)
        _ = try await advance(number, to: .admitted, on: begun, reason: nil, version: 1, as: caller)
        _ = try await advance(number, to: .incubating, on: begun, reason: nil, version: 2, as: caller)
        let (hub, expert, official) = (try person(.hubStaff, 5), try person(.reviewer, 6), try person(.official, 7))
        _ = try await RecommendMove(registry: registry)(number, to: .graduated, reason: "四要素齐备", version: 3, as: hub)
        for someone in [expert, official] { _ = try await DeclareInterest(registry: registry)(number, hasInterest: false, as: someone) }
        _ = try await ReviewMove(registry: registry)(number, isEndorsed: true, reason: "可", version: 1, as: expert)
        _ = try await DecideMove(registry: registry)(number, isApproved: isApproved, reason: "同意", version: 2, as: official)
    }

    /// What everybody is told of a document's number.
    func confirmation(of mark: VerificationNumber) async throws -> DocumentConfirmation {
        try await VerifyDocument(registry: registry)(mark.grouped, from: nil, as: .visitor)
    }

    /// An organization's documents, the newest first.
    func documents(of number: OrganizationNumber) async throws -> [DocumentFile] {
        try await ListDocuments(registry: registry)(number, as: caller)
    }
}
