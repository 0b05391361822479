import Access
package import Incubation
import Postgres
import Store
import Values

/// Lists who has mentored an organization, the newest first.
package struct ListMentors: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [MentorAssignment] {
        try await registry.reading(.listMentors, of: .organization(number), as: caller) { transaction in
            try await [MentorAssignment].load(number, in: transaction, from: registry.people)
        }
    }
}

/// Gives an organization a mentor.
package struct AssignMentor: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ assignment: MentorAssignment, as caller: Caller) async throws
        -> [MentorAssignment]
    {
        guard let name = assignment.mentorName else { throw Refusal.missing(field: "mentorName") }
        return try await registry.append(.assignMentor, .mentor, to: number, as: caller) {
            try FieldRules.refusePersonal(name, field: "mentorName")
            try FieldRules.refuseOrder(assignment.from, assignment.until, field: "until")
            try registry.refuseFuture(assignment.from, field: "from")
        } making: { people in
            InsertMentorAssignment(assignment, of: try await people.person(named: name), for: number, recordedOn: registry.today)
        } then: {
            try await [MentorAssignment].load(number, in: $0, from: registry.people)
        }
    }
}

extension [MentorAssignment] {
    /// An organization's mentors, their names masked.
    fileprivate static func load(
        _ number: OrganizationNumber, in transaction: PostgresTransaction, from safe: PeopleSafe
    ) async throws -> [MentorAssignment] {
        let stored = try await transaction.all(SelectMentorAssignments(of: number), of: number)
        let opener = try await PeopleOpener(.masked, opening: !stored.isEmpty, in: transaction, from: safe)
        return try stored.map { try opener.assignment($0) }
    }
}
