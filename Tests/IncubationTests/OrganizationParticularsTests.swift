import Incubation
import Testing
import Values

struct OrganizationParticularsTests {
    private func particulars(_ change: (inout OrganizationParticulars) -> Void = { _ in }) throws -> OrganizationParticulars {
        var particulars = OrganizationParticulars(name: "城东合唱团", legalForm: .unincorporated, area: try #require(AreaCode("320613001")))
        change(&particulars)
        return particulars
    }

    private let today = Day(iso: "2026-01-01")

    @Test func `a filed choir needs no credit code`() throws {
        #expect(try particulars().faults(status: .filed, today: try #require(today)).isEmpty)
    }

    @Test func `a credit code must say the recorded legal form`() throws {
        let code = try UnifiedSocialCreditCode("52320613MJ0123456L")
        let wrong = try particulars { ($0.legalForm, $0.creditCode) = (.socialAssociation, code) }
        #expect(wrong.faults(status: .registered, today: try #require(today)) == [.formDisagreesWithCode(.socialAssociation, code)])
        let right = try particulars { ($0.legalForm, $0.creditCode) = (.socialServiceInstitution, code) }
        #expect(right.faults(status: .registered, today: try #require(today)).isEmpty)
        #expect(right.faults(status: .filed, today: try #require(today)) == [.codeWithoutLegalPerson(.filed)])
    }

    @Test func `the code of a company is no code of a social organization`() throws {
        let code = try UnifiedSocialCreditCode("91110000600037341L")
        let company = try particulars { ($0.legalForm, $0.creditCode) = (.other, code) }
        #expect(company.faults(status: .registered, today: try #require(today)) == [.codeOfAnotherDepartment(code)])
    }

    @Test func `every fault is named at once`() throws {
        let wrong = OrganizationParticulars(
            name: " ", englishName: String(repeating: "x", count: 201), legalForm: .unincorporated, area: try #require(AreaCode("3206")),
            foundedOn: Day(iso: "2026-01-02"))
        #expect(
            wrong.faults(status: .filed, today: try #require(today)) == [
                .nameMissing, .nameTooLong(201), .areaAboveDistrict(wrong.area), .foundedInFuture(try #require(wrong.foundedOn)),
            ])
    }

    @Test func `a name with a line break is refused`() throws {
        #expect(
            try particulars { $0.name = "城东\n合唱团" }.faults(status: .idea, today: try #require(today)) == [.nameHasControlCharacters])
    }

    @Test func `a name is not made long by marks upon one letter`() throws {
        let name = "a" + String(repeating: "\u{301}", count: 200)
        #expect(name.count == 1)
        #expect(try particulars { $0.name = name }.faults(status: .idea, today: try #require(today)) == [.nameTooLong(201)])
    }
}
