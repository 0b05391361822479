import Crypto
package import Incubation
import Values

/// A line of the list of erased people, which is kept outside of the database so that an erasure survives the restore of an older backup.
///
/// It names nobody: an organization's number, the person's, and a fingerprint of the key that was destroyed, by which a person who was
/// given the same number after a restore is not taken for the erased one.
package struct ErasedPerson: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let person: Int64
    /// 16 bytes.
    package let fingerprint: [UInt8]
    /// RFC 3339, in UTC.
    package let erasedAt: String
    package let basis: ErasureBasis

    init(_ person: Int64, of organization: OrganizationNumber, wrappedKey: [UInt8], at moment: Instant, basis: ErasureBasis) {
        self.organization = organization
        self.person = person
        self.basis = basis
        fingerprint = Self.fingerprint(of: wrappedKey)
        erasedAt = moment.rfc3339
    }

    static func fingerprint(of wrappedKey: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: wrappedKey).prefix(16))
    }

    /// The line, without its end.
    package var line: String {
        "\(organization) \(person) \(fingerprint.hexadecimal) \(erasedAt) \(basis.rawValue)"
    }

    /// Reads a line; nil for anything else.
    package init?(line: String) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let organization = OrganizationNumber(parts[0]), let person = Int64(parts[1]), person > 0,
            let fingerprint = [UInt8](hexadecimal: parts[2]), fingerprint.count == 16, let basis = ErasureBasis(rawValue: parts[4])
        else { return nil }
        (self.organization, self.person, self.fingerprint, self.basis) = (organization, person, fingerprint, basis)
        erasedAt = parts[3]
    }
}
