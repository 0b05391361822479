import Incubation
import Postgres
import Store
import Values

/// Where a person's name and contacts stand outside of the person's own rows.
struct PersonTraces {
    private let number: OrganizationNumber
    private let texts: [String]
    private let transaction: PostgresTransaction

    /// A person whose key is lost is erased all the same: then nobody can say any more what to look for.
    init(of file: StoredPersonFile, in transaction: PostgresTransaction, from safe: PeopleSafe) async throws {
        self.transaction = transaction
        number = file.organization
        var texts: [String] = []
        do {
            let person = try await PeopleOpener(.whole, opening: true, in: transaction, from: safe).everything(of: file)
            texts = [person.name].compactMap { $0 } + person.contacts
        } catch Refusal.peopleKeyUnusable {}
        self.texts = texts.filter { !$0.isEmpty }
    }

    /// Removes them where the register keeps what somebody typed freely or what was read from files. Answers kept for repeated requests
    /// hold masked names only.
    func remove() async throws {
        if !texts.isEmpty { try await transaction.run(ForgetTexts(texts)) }
    }

    /// How many texts about the organization still hold one of them.
    func mentions() async throws -> Int64 {
        texts.isEmpty ? 0 : try await transaction.first(CountMentions(of: texts, in: number)) ?? 0
    }
}
