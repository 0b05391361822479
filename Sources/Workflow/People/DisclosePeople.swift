import Access
package import Incubation
import Store
import Values

/// Shows people's data unmasked to somebody who states what for. Each time leaves an audit event with the purpose and the number of
/// people, and a record of the disclosure with the note.
package struct DisclosePeople: Sendable {
    let registry: Registry

    /// How many people leave the register at once. Whoever needs more asks for a part at a time.
    static let mostPeople = 10_000

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - scope: an organization's people are viewed, a whole district's exported, which fewer may.
    ///   - person: one of an organization's; nil for all.
    ///   - note: more on the purpose, at most 200 characters; not part of the audit event.
    /// - Returns: the people who may be shown: those who are restricted or erased come without name and contacts.
    package func callAsFunction(
        _ scope: PeopleScope, person: Int64? = nil, for purpose: DisclosurePurpose, note: String?, as caller: Caller
    ) async throws -> [PersonFile] {
        let act: Act = scope.organization == nil ? .exportPeople : .viewPeople
        let subject = ActSubject.people(of: scope, for: purpose.rawValue)
        return try await registry.act(act, on: subject, as: caller) {
            try FieldRules.refuseLine(note, field: "note")
            try FieldRules.refuseIdentityNumber(note, field: "note")
        } doing: { transaction, subject in
            try await scope.requireOrganization(in: transaction)
            let rows = try await transaction.all(SelectPeople(of: scope, person: person, limit: Self.mostPeople + 1))
            if let person, rows.isEmpty { throw Refusal.notFound(.person, String(person)) }
            guard rows.count <= Self.mostPeople else {
                throw Refusal.notPossible(
                    field: "district",
                    text("超过 \(Self.mostPeople) 人，请按组织导出", "there are more than \(Self.mostPeople) people; ask by organization"))
            }
            let opener = try await PeopleOpener(.whole, opening: !rows.isEmpty, in: transaction, from: registry.people)
            let people = try rows.map { try opener.file($0) }
            let shown = Int64(people.count { $0.name != nil || !$0.contacts.isEmpty })
            subject.rowCount = shown
            try await transaction.run(
                InsertDisclosure(of: scope, to: caller.name, purpose: purpose.rawValue, note: note, rows: shown))
            return people
        }
    }
}
