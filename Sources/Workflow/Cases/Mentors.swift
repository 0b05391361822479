import Access
package import Incubation
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
            _ = try await transaction.organization(number)
            return try await transaction.all(SelectMentorAssignments(of: number))
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
        let command = InsertMentorAssignment(assignment, for: number, recordedOn: registry.today)
        return try await registry.append(.assignMentor, command, .mentor, to: number, as: caller) {
            try FieldRules.refuseText(assignment.mentorName, field: "mentorName")
            try FieldRules.refuseOrder(assignment.from, assignment.until, field: "until")
            try registry.refuseFuture(assignment.from, field: "from")
        } then: {
            try await $0.all(SelectMentorAssignments(of: number))
        }
    }
}
