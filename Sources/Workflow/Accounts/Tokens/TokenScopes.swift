import Access
import Values

/// What an API token may be used for: single use cases by their names, or everything that only reads.
package struct TokenScopes: Hashable, Sendable {
    /// Everything that only reads.
    package static let read = "read"

    package let names: [String]

    /// As they were stored.
    init(_ names: [String]) {
        self.names = names
    }

    /// Scopes for a new token.
    ///
    /// - Throws: ``Refusal/missing(field:)`` for none; ``Refusal/malformed(field:value:expected:)`` for a name that is no use case's, and
    ///   for one that no token may be used for.
    package init(new names: [String]) throws(Refusal) {
        if names.isEmpty { throw .missing(field: "scopes") }
        let known = Set(UseCase.all.filter { !$0.isAboutAccounts }.map(\.name) + [Self.read])
        for name in names where !known.contains(name) {
            throw .malformed(
                field: "scopes", value: name, expected: text("read，或可由程序办理的事项名称", "read, or the name of something that a program may do"))
        }
        self.names = Array(Set(names)).sorted()
    }

    func admit(_ useCase: UseCase) -> Bool {
        if useCase.isAboutAccounts { return false }
        if case .reading = useCase, names.contains(Self.read) { return true }
        return names.contains(useCase.name)
    }
}
