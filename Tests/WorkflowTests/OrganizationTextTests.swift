import Incubation
import Testing
import Values
import Workflow

/// What is refused in the texts and codes of an organization, before a table would refuse it.
struct OrganizationTextTests {
    private static let long = String(repeating: "长", count: 201)

    @Test func `a wrong check needs an official who vouches for it, and a reason needs a code`() async throws {
        try await TestRegistry.run { test in
            let create = CreateOrganization(registry: test.registry)
            let right = try TestCodes.code(1)
            let last = try #require(right.last)
            let wrong = String(right.dropLast()) + (last == "0" ? "1" : "0")
            var draft = try test.draft("中心", form: .socialServiceInstitution, status: .registered)
            draft.particulars.creditCodeOverride = "证书原件"
            await #expect(throws: Refusal.missing(field: "creditCode")) { try await create(draft, as: test.caller) }

            draft.particulars.creditCode = try UnifiedSocialCreditCode(overridden: wrong)
            draft.particulars.creditCodeOverride = " "
            await #expect(throws: Refusal.overrideNeedsReason) { try await create(draft, as: test.caller) }

            draft.particulars.creditCodeOverride = nil
            let fault = CreditCodeFault.wrongCheck(found: last == "0" ? "1" : "0", expected: last, nested: nil)
            await #expect(throws: Refusal.creditCode(fault, written: wrong)) { try await create(draft, as: test.caller) }

            draft.particulars.creditCodeOverride = "证书原件"
            let created = try await create(draft, as: test.caller)
            #expect(created.file.organization.particulars == draft.particulars)
        }
    }

    @Test(arguments: ["filingNumber", "creditCodeOverride", "contacts[0].value", "contacts[0].person", "office", "documentNumber"])
    func `a text that is too long or has control characters is refused by its name`(field: String) async throws {
        try await TestRegistry.run { test in
            for text in [Self.long, "a\0b", "a\nb"] {
                var draft = try test.draft("中心", form: .socialServiceInstitution, status: .registered, code: TestCodes.code(1))
                var contact = Contact(kind: .telephone, value: "0513-0")
                var step = (office: "民政局", documentNumber: "1")
                switch field {
                case "filingNumber": draft.particulars.filingNumber = text
                case "creditCodeOverride": draft.particulars.creditCodeOverride = text
                case "contacts[0].value": contact.value = text
                case "contacts[0].person": contact.person = text
                case "office": step.office = text
                default: step.documentNumber = text
                }
                draft.contacts = [contact]
                draft.firstStep = LegalStatusStep(
                    status: .registered, since: draft.firstStep.since, office: step.office, documentNumber: step.documentNumber)
                do {
                    _ = try await CreateOrganization(registry: test.registry)(draft, as: test.caller)
                    Issue.record("\(field) was taken")
                } catch Refusal.notPossible(let named, _) {
                    #expect(named == field)
                }
            }
        }
    }

    @Test func `NUL in what is asked for is a wrong value and no failure of the database`() async throws {
        try await TestRegistry.run { test in
            do {
                _ = try await ListAreas(registry: test.registry)(AreaFilter(name: "a\0"), page: PageRequest(), as: test.caller)
                Issue.record("it was taken")
            } catch let refusal as Refusal {
                #expect(refusal.sort == .invalid)
            }
            let draft = try test.draft("中心")
            var odd = draft
            odd.classifications = [Classification(scheme: "66\0", code: "a")]
            await #expect(throws: Refusal.self) { try await CreateOrganization(registry: test.registry)(odd, as: test.caller) }
        }
    }
}
