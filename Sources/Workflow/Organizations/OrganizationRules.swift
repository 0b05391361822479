import Incubation
import Postgres
import Store
import Values

// Rules that recording and editing an organization share, as far as they need the register to answer.

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

    /// Puts new contacts, service areas and classifications in place of the old ones.
    func replaceDetails(
        of number: OrganizationNumber, contacts: [Contact], serviceAreas: [AreaCode], classifications: [Classification]
    ) async throws {
        if let empty = contacts.firstIndex(where: { $0.value.allSatisfy(\.isWhitespace) }) {
            throw Refusal.missing(field: "contacts[\(empty)].value")
        }
        do {
            _ = try await pipeline(
                ReplaceOrganizationDetails(of: number, contacts: contacts, serviceAreas: serviceAreas, classifications: classifications)
                    .statements)
        } catch let error as PostgresError where error.constraint == "service_areas_area_fkey" {
            throw Refusal.areaUnknown(serviceAreas.map(\.text).joined(separator: ", "))
        } catch let error as PostgresError where error.constraint == "organization_classifications_code_fkey" {
            throw Refusal.classificationUnknown(
                scheme: Set(classifications.map(\.scheme)).sorted().joined(separator: ", "),
                code: classifications.map(\.code).joined(separator: ", "))
        }
    }
}
