import Access
package import Incubation
import Postgres
import Store
package import Values

/// What is written down to record an organization.
package struct OrganizationDraft: Hashable, Sendable {
    package var particulars: OrganizationParticulars
    package var firstStep: LegalStatusStep
    package var serviceAreas: [AreaCode]
    package var classifications: [Classification]
    package var contacts: [Contact]

    package init(
        particulars: OrganizationParticulars, firstStep: LegalStatusStep, serviceAreas: [AreaCode] = [],
        classifications: [Classification] = [],
        contacts: [Contact] = []
    ) {
        self.particulars = particulars
        self.firstStep = firstStep
        self.serviceAreas = serviceAreas
        self.classifications = classifications
        self.contacts = contacts
    }
}

/// A new record, and those that may be of the same organization.
package struct CreatedOrganization: Hashable, Sendable {
    package let file: OrganizationFile
    /// Shown, never merged by themselves.
    package let nearDuplicates: [CommunityOrganization]

    package init(file: OrganizationFile, nearDuplicates: [CommunityOrganization]) {
        self.file = file
        self.nearDuplicates = nearDuplicates
    }
}

/// Records an organization.
package struct CreateOrganization: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ draft: OrganizationDraft, as caller: Caller) async throws -> CreatedOrganization {
        let particulars = draft.particulars
        let district = particulars.area.district
        return try await registry.act(.createOrganization, on: .newOrganization(in: particulars.area), as: caller) {
            let faults = particulars.faults(status: draft.firstStep.status, today: registry.today)
            guard faults.isEmpty else { throw Refusal.organization(faults) }
            try draft.refuseTexts()
            try draft.firstStep.refuseTexts()
            try draft.firstStep.refuseFuture(today: registry.today)
        } doing: { transaction, subject in
            guard let district else { throw Refusal.organization([.areaAboveDistrict(particulars.area)]) }
            try await transaction.refuseArea(particulars.area, on: registry.today)
            let folded = registry.folding.fold(particulars.name)
            let number = try await transaction.first(
                InsertOrganization(particulars: particulars, district: district, status: draft.firstStep, foldedName: folded))
            guard let number else { throw Refusal.databaseUnavailable }
            try await transaction.run(InsertLegalStatusStep(draft.firstStep, for: number))
            if let code = particulars.creditCode { try await transaction.claim(code, for: number) }
            try await transaction.replaceDetails(
                of: number, serviceAreas: draft.serviceAreas, classifications: draft.classifications)
            try await transaction.replaceContacts(of: number, with: draft.contacts, from: registry.people)
            // Nobody has assessed it yet, and its people are not to wait for the night.
            try await transaction.run(MarkAssessmentDue(number))
            let file = try await OrganizationFile.load(number, in: transaction, from: registry.people)
            (subject.key, subject.versionAfter) = (number.description, file.organization.version)
            return CreatedOrganization(
                file: file,
                nearDuplicates: try await transaction.all(SelectNearDuplicates(foldedName: folded, area: particulars.area, except: number)))
        }
    }
}

extension LegalStatusStep {
    func refuseFuture(today: Day) throws(Refusal) {
        if since > today { throw .notPossible(field: "since", text("日期 \(since) 尚未到来", "the day \(since) has not come yet")) }
    }
}
