import Incubation
import Postgres
import Store
import Values

/// Opens sealed people as far as they are to be shown.
struct PeopleOpener {
    /// How much of people's data is shown.
    enum Extent {
        /// Masked, but names that are published by duty.
        case masked
        /// Masked altogether: what acts give, because answers to requests with a key are kept, and an erasure must not have to look
        /// through them.
        case maskedForKeeping
        /// Whole: only to those who have stated a purpose.
        case whole
    }

    private let keys: PeopleKeys?
    private let extent: Extent

    /// - Parameter anything: whether there is anything to open; without, no key is needed.
    init(_ extent: Extent, opening anything: Bool, in transaction: PostgresTransaction, from safe: PeopleSafe) async throws {
        keys = anything ? try await safe.keys(in: transaction) : nil
        self.extent = extent
    }

    /// The name; nil for somebody who has none here, or is not to be shown.
    func name(of person: StoredPerson, isPublished: Bool) throws -> String? {
        guard person.state == .active, let keys, let wrapped = person.wrappedKey, let sealed = person.name else { return nil }
        let name = try opening { try keys.unwrap(wrapped).open(sealed, as: .name) }
        return switch extent {
        case .whole: name
        case .masked where isPublished: name
        case .masked, .maskedForKeeping: Masking.name(name)
        }
    }

    /// - Parameter status: the organization's, which decides what names are published.
    func post(_ stored: (post: LeadershipPost, holder: StoredPerson), of status: LegalStatus) throws -> LeadershipPost {
        var post = stored.post
        post.personName = try name(of: stored.holder, isPublished: post.isPublished(of: status))
        return post
    }

    func assignment(_ stored: (assignment: MentorAssignment, mentor: StoredPerson)) throws -> MentorAssignment {
        var assignment = stored.assignment
        assignment.mentorName = try name(of: stored.mentor, isPublished: false)
        return assignment
    }

    /// nil when whoever is reached by it is not to be shown.
    func contact(_ stored: StoredContact) throws -> Contact? {
        guard stored.holder.state == .active, let keys, let wrapped = stored.holder.wrappedKey else { return nil }
        let value = try opening { try keys.unwrap(wrapped).open(stored.value, as: .contact(stored.kind.rawValue)) }
        let person = try name(of: stored.holder, isPublished: false)
        let whole = Contact(kind: stored.kind, value: value, person: person)
        return extent == .whole ? whole : Contact(kind: whole.kind, value: whole.maskedValue, person: person)
    }

    /// Name and contacts of anybody who is not erased, to look for where else they stand.
    func everything(of file: StoredPersonFile) throws -> (name: String?, contacts: [String]) {
        guard let keys, let wrapped = file.person.wrappedKey else { return (nil, []) }
        return try opening {
            let key = try keys.unwrap(wrapped)
            return (
                try file.person.name.map { try key.open($0, as: .name) },
                try file.contacts.map { try key.open($0.value, as: .contact($0.kind.rawValue)) }
            )
        }
    }

    private func opening<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch is PeopleDataUnreadable {
            throw Refusal.peopleKeyUnusable(text("打不开已登记的人员信息", "it does not open what is recorded of people"))
        }
    }
}

extension Contact {
    /// The value as it is shown to those who have not stated a purpose.
    var maskedValue: String {
        switch kind {
        case .telephone: Masking.telephone(value)
        case .email: Masking.email(value)
        case .address: Masking.address(value)
        case .messaging: Masking.handle(value)
        }
    }
}
