import Crypto

/// What opens people's data: the master key's two halves, one that wraps the keys of persons, one that names and contacts are hashed with.
///
/// The one place that says by which functions people's data is kept: AES-256-GCM, HMAC-SHA-256, HKDF-SHA-256 (RFC 5869).
package struct PeopleKeys: Sendable {
    /// How many bytes a master key has.
    package static let masterLength = 32

    private let wrapping: SymmetricKey
    /// With its key taken in already.
    private let hashing: HMAC<SHA256>
    /// Tells this master key from any other, and nothing else of it.
    package let mark: [UInt8]

    /// - Parameter master: ``masterLength`` random bytes; nil for anything else.
    package init?(master: [UInt8]) {
        guard master.count == Self.masterLength else { return nil }
        let key = SymmetricKey(data: master)
        func derived(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array("incubator people 1 \(purpose)".utf8), outputByteCount: 32)
        }
        wrapping = derived("wrapping")
        hashing = HMAC<SHA256>(key: derived("hashing"))
        mark = derived("mark").withUnsafeBytes { Array($0) }
    }

    /// A master key of random bytes.
    package static func newMaster() -> [UInt8] {
        SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    }

    /// A new person's key.
    package func makeKey(_ random: inout RandomBytes) throws -> PersonKey {
        let bytes = try random.take(32)
        return PersonKey(key: SymmetricKey(data: bytes), wrapped: try Sealing.seal(bytes, for: "key", by: wrapping, &random))
    }

    /// - Throws: ``PeopleDataUnreadable`` when another master key wrapped it, or it was changed.
    package func unwrap(_ wrapped: [UInt8]) throws -> PersonKey {
        PersonKey(key: SymmetricKey(data: try Sealing.open(wrapped, for: "key", by: wrapping)), wrapped: wrapped)
    }

    /// A keyed hash by which equal texts of a kind are found again, before it is tied to an organization by ``PersonHash``.
    package func token(of text: String, kind: PersonalText) -> [UInt8] {
        var code = hashing
        code.update(data: Array(kind.label.utf8) + [0])
        code.update(data: Array(text.utf8))
        return Array(code.finalize())
    }
}

/// The key of one person. Whoever destroys every copy of its wrapped form has erased the person.
package struct PersonKey: Sendable {
    let key: SymmetricKey
    /// As it is stored.
    package let wrapped: [UInt8]

    package func seal(_ text: String, as kind: PersonalText, _ random: inout RandomBytes) throws -> [UInt8] {
        try Sealing.seal(Array(text.utf8), for: kind.label, by: key, &random)
    }

    /// - Throws: ``PeopleDataUnreadable``.
    package func open(_ sealed: [UInt8], as kind: PersonalText) throws -> String {
        String(decoding: try Sealing.open(sealed, for: kind.label, by: key), as: UTF8.self)
    }
}

/// What is kept of a person as ciphertext. Each kind is sealed for itself, so that one cannot be put in place of another.
package enum PersonalText: Hashable, Sendable {
    case name
    /// A contact of a kind, by the name that the kind is stored under.
    case contact(String)

    var label: String {
        switch self {
        case .name: "name"
        case .contact(let kind): "contact \(kind)"
        }
    }
}

/// Ciphertext that the keys at hand do not open.
package struct PeopleDataUnreadable: Error, Hashable {}

/// AES-256-GCM with a random nonce: nonce, ciphertext, tag in one row of bytes, tied to what they are for.
private enum Sealing {
    static func seal(_ bytes: [UInt8], for purpose: String, by key: SymmetricKey, _ random: inout RandomBytes) throws -> [UInt8] {
        let nonce = try random.take(12)
        let box = try AES.GCM.seal(bytes, using: key, nonce: try AES.GCM.Nonce(data: nonce), authenticating: Array(purpose.utf8))
        return nonce + box.ciphertext + box.tag
    }

    static func open(_ bytes: [UInt8], for purpose: String, by key: SymmetricKey) throws -> [UInt8] {
        do {
            return Array(try AES.GCM.open(try AES.GCM.SealedBox(combined: bytes), using: key, authenticating: Array(purpose.utf8)))
        } catch {
            throw PeopleDataUnreadable()
        }
    }
}
