/// A name or a contact on its way into the register: sealed under a key of its own before it leaves the program.
///
/// In staging tables it is one `bytea`: the token (32 bytes), the wrapped key (60), the ciphertext. The person's key is a new one each
/// time; a person whom the register knows already keeps the old one, and the new is thrown away with the staged row.
package struct StagedPerson: Sendable {
    let token: [UInt8]
    let wrappedKey: [UInt8]
    let sealed: [UInt8]

    /// Seals a text under a new key.
    package init(_ text: String, as kind: PersonalText, by keys: PeopleKeys, _ random: inout RandomBytes) throws {
        let key = try keys.makeKey(&random)
        token = keys.token(of: text, kind: kind)
        wrappedKey = key.wrapped
        sealed = try key.seal(text, as: kind, &random)
    }

    /// As it is staged.
    package var bytes: [UInt8] { token + wrappedKey + sealed }

    /// The parts of what is staged in a column, in SQL.
    static func token(in column: String) -> String { "substring(\(column) FROM 1 FOR 32)" }
    static func wrappedKey(in column: String) -> String { "substring(\(column) FROM 33 FOR 60)" }
    static func sealed(in column: String) -> String { "substring(\(column) FROM 93)" }
}

/// What is stored of a token: tied to one organization, so that nobody sees that two organizations name the same person.
enum PersonHash {
    /// - Parameters:
    ///   - token: an expression of type `bytea`.
    ///   - row: what `district` and `serial` belong to.
    static func of(_ token: String, in row: String) -> String {
        "sha256(\(token) || int8send(\(row).district) || int8send(\(row).serial))"
    }
}
