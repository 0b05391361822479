import Incubation
import SeededRandom
import Store
import Tabular
import Testing
import Values
import Workflow

/// Organizations written to a table and imported are the ones that recording them one by one gives.
struct ImportPropertyTests {
    private static let names = ["合唱团", "樂隊", "ＡＢＣ社", "Club \"A\", B", "互助 小组", "é́quipe", "\u{1F600}队", "a\\b", "NULL", "\\N", "{x}"]

    /// A draft that breaks no rule, with anything in it that may be left out.
    private static func draft(_ index: Int, _ test: TestRegistry, _ chance: inout Seed) throws -> OrganizationDraft {
        func maybe<Value>(_ value: @autoclosure () throws -> Value) rethrows -> Value? { try Bool.random(using: &chance) ? value() : nil }
        let isRegistered = Int.random(in: 0...2, using: &chance) == 0
        let hasCode = isRegistered && Bool.random(using: &chance)
        let founded = try #require(Day(daysSince1970: Int.random(in: 0...20_000, using: &chance)))
        let status = isRegistered ? LegalStatus.registered : [.idea, .ledgered, .filed].randomElement(using: &chance) ?? .filed
        return OrganizationDraft(
            particulars: OrganizationParticulars(
                name: "第\(index)" + (names.randomElement(using: &chance) ?? ""), englishName: maybe("No. \(index)"),
                category: maybe(OrganizationCategory.allCases.randomElement(using: &chance) ?? .governance),
                legalForm: isRegistered ? .socialServiceInstitution : .unincorporated,
                area: try test.area(["320613001", "320613002", "320613", "320612"].randomElement(using: &chance) ?? "320613"),
                creditCode: hasCode ? try UnifiedSocialCreditCode(TestCodes.code(index)) : nil, filingNumber: maybe("备〔2024〕\(index)号"),
                foundedOn: maybe(founded)),
            firstStep: LegalStatusStep(status: status, since: founded),
            serviceAreas: try ["320613001", "320613002"].filter { _ in Bool.random(using: &chance) }.map { try test.area($0) },
            classifications: ["environment", "publicOrder"].filter { _ in Bool.random(using: &chance) }.map {
                Classification(scheme: "6631", code: $0)
            },
            contacts: [Contact(kind: .telephone, value: "0513-\(index)"), Contact(kind: .email, value: "\(index)@example.org")].filter {
                _ in
                Bool.random(using: &chance)
            })
    }

    private static func table(_ drafts: [OrganizationDraft]) -> TestTable {
        var writer = CSVWriter()
        writer.write([
            "name", "englishName", "category", "legalForm", "legalStatus", "legalStatusSince", "area", "creditCode", "filingNumber",
            "foundedOn",
            "serviceAreas", "classifications", "telephone", "email",
        ])
        for draft in drafts {
            let it = draft.particulars
            writer.write([
                it.name, it.englishName ?? "", it.category?.rawValue ?? "", it.legalForm.rawValue, draft.firstStep.status.rawValue,
                draft.firstStep.since.iso, it.area.text, it.creditCode?.text ?? "", it.filingNumber ?? "", it.foundedOn?.iso ?? "",
                draft.serviceAreas.map(\.text).joined(separator: ";"),
                draft.classifications.map { "\($0.scheme):\($0.code)" }.joined(separator: "；"),
                draft.contacts.first { $0.kind == .telephone }?.value ?? "", draft.contacts.first { $0.kind == .email }?.value ?? "",
            ])
        }
        return TestTable(.organizations, bytes: writer.bytes)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `an imported organization is what recording it gives`(seed: UInt64) async throws {
        let recorded = try await TestRegistry.run { test in
            var chance = Seed(seed)
            for index in 1...60 {
                _ = try await CreateOrganization(registry: test.registry)(Self.draft(index, test, &chance), as: test.caller)
            }
            return try await test.dump(comparable: true)
        }
        try await TestRegistry.run { test in
            var chance = Seed(seed)
            let table = Self.table(try (1...60).map { try Self.draft($0, test, &chance) })
            let report = try await test.taking(table)
            #expect(report.counts.inserted == 60)
            let imported = try await test.dump(comparable: true)
            #expect(imported == recorded, "seed \(seed): \(imported.difference(from: recorded))")

            let again = try await test.taking(table)
            #expect(again.counts.unchanged == 60, "seed \(seed)")
            #expect(try await test.dump(comparable: true) == recorded, "seed \(seed)")
        }
    }
}
