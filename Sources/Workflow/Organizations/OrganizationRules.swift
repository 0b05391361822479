import Incubation
import Postgres
import Store
import Values

// Rules that recording and editing an organization share, as far as they need the register to answer.

extension OrganizationDraft {
    /// Refuses what neither the core nor a table says anything of: the length of texts, and a code whose check nobody vouched for.
    func refuseTexts() throws(Refusal) {
        try FieldRules.refuseLine(particulars.filingNumber, field: "filingNumber")
        try FieldRules.refuseLine(particulars.creditCodeOverride, field: "creditCodeOverride")
        for (index, contact) in contacts.enumerated() {
            try FieldRules.refuseText(contact.value, field: "contacts[\(index)].value")
            try FieldRules.refuseIdentityNumber(contact.value, field: "contacts[\(index)].value")
            try FieldRules.refuseLine(contact.person, field: "contacts[\(index)].person")
            try FieldRules.refuseIdentityNumber(contact.person, field: "contacts[\(index)].person")
        }
        try refuseOverride()
    }

    private func refuseOverride() throws(Refusal) {
        guard let reason = particulars.creditCodeOverride else {
            guard let code = particulars.creditCode else { return }
            do throws(CreditCodeFault) {
                _ = try UnifiedSocialCreditCode(code.text)
            } catch {
                throw .creditCode(error, written: code.text)
            }
            return
        }
        if particulars.creditCode == nil { throw .missing(field: "creditCode") }
        if reason.allSatisfy(\.isWhitespace) { throw .overrideNeedsReason }
    }
}

extension LegalStatusStep {
    func refuseTexts() throws(Refusal) {
        try FieldRules.refuseLine(office, field: "office")
        try FieldRules.refuseLine(documentNumber, field: "documentNumber")
    }
}

extension PostgresTransaction {
    /// - Throws: ``Refusal/areaUnknown(_:)`` or ``Refusal/areaRetired(_:successor:)`` when the area cannot be an organization's home.
    func refuseArea(_ code: AreaCode, on day: Day) async throws {
        guard let area = try await first(FindArea(code: code)) else { throw Refusal.areaUnknown(code.text) }
        if !area.isValid(on: day) { throw Refusal.areaRetired(code, successor: area.successor) }
    }

    /// Claims a credit code, for ever.
    ///
    /// - Throws: ``Refusal/creditCodeTaken(_:by:)``. A claim that another transaction makes at the same moment is found by the constraint.
    func claim(_ code: UnifiedSocialCreditCode, for number: OrganizationNumber) async throws {
        if let holder = try await first(FindCreditCodeHolder(of: code)) {
            if holder == number { return }
            throw Refusal.creditCodeTaken(code, by: holder)
        }
        do {
            try await run(ClaimCreditCode(code, for: number))
        } catch let error as PostgresError where error.constraint == "credit_codes_pkey" {
            throw Refusal.alreadyRecorded(.organization)
        }
    }

    /// Puts new service areas and classifications in place of the old ones.
    func replaceDetails(
        of number: OrganizationNumber, serviceAreas: [AreaCode], classifications: [Classification]
    ) async throws {
        do {
            _ = try await pipeline(
                ReplaceOrganizationDetails(of: number, serviceAreas: serviceAreas, classifications: classifications).statements)
        } catch let error as PostgresError where error.constraint == "service_areas_area_fkey" {
            throw Refusal.areaUnknown(serviceAreas.map(\.text).joined(separator: ", "))
        } catch let error as PostgresError where error.constraint == "organization_classifications_code_fkey" {
            throw Refusal.classificationUnknown(
                scheme: Set(classifications.map(\.scheme)).sorted().joined(separator: ", "),
                code: classifications.map(\.code).joined(separator: ", "))
        }
    }
}
