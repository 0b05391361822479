import Crypto
package import Store
package import Values

/// The ends of all chains at a moment, signed, to be kept where whoever can change the database cannot reach.
///
/// A file of lines: what it is, when it was made, a line for each chain (district, number of the last event, its hash), an empty line;
/// then the public key and the Ed25519 signature of everything up to and with the empty line, in hexadecimal digits.
package struct AuditCheckpoint: Hashable, Sendable {
    /// RFC 3339, in UTC.
    package let madeAt: String
    /// In the order of the districts.
    package let heads: [AuditHead]
    /// 32 bytes, whose private half signed. Whether it is a key to trust is for the reader to know.
    package let publicKey: [UInt8]
    private let signature: [UInt8]

    private static let title = "incubator audit checkpoint 1"

    /// Signs heads.
    package init(_ heads: [AuditHead], at moment: Instant, signedBy key: AuditSigningKey) throws {
        self.heads = heads.sorted { $0.chain < $1.chain }
        madeAt = moment.rfc3339
        publicKey = key.publicKey
        signature = try key.sign(Self.body(madeAt: madeAt, self.heads))
    }

    /// Reads a checkpoint and checks its signature.
    ///
    /// - Throws: ``AuditCheckpointFault``.
    package init(text: String) throws(AuditCheckpointFault) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let end = lines.firstIndex(of: ""), end >= 2, lines.first == Self.title, lines.count >= end + 3,
            lines[(end + 3)...].allSatisfy(\.isEmpty), let publicKey = Self.bytes(lines[end + 1], named: "key"),
            let signature = Self.bytes(lines[end + 2], named: "signature")
        else { throw .unreadable }
        var heads: [AuditHead] = []
        for line in lines[2..<end] {
            guard let head = Self.head(line) else { throw .unreadable }
            heads.append(head)
        }
        guard AuditSigningKey.verify(signature, of: lines[...end].joined(separator: "\n"), by: publicKey) else { throw .signatureWrong }
        (madeAt, self.heads, self.publicKey, self.signature) = (lines[1], heads, publicKey, signature)
    }

    package var text: String {
        "\(Self.body(madeAt: madeAt, heads))\nkey \(publicKey.hexadecimal)\nsignature \(signature.hexadecimal)\n"
    }

    /// What is signed; ends with the line break in front of the empty line.
    private static func body(madeAt: String, _ heads: [AuditHead]) -> String {
        let lines = heads.map { "\($0.chain.rawValue) \($0.sequence) \($0.hash.hexadecimal)" }
        return ([title, madeAt] + lines).joined(separator: "\n") + "\n"
    }

    private static func head(_ line: String) -> AuditHead? {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let chain = Int64(parts[0]), let sequence = Int64(parts[1]), let hash = [UInt8](hexadecimal: parts[2]),
            sequence > 0
        else { return nil }
        return AuditHead(chain: AuditChain(rawValue: chain), sequence: sequence, hash: hash)
    }

    private static func bytes(_ line: String, named name: String) -> [UInt8]? {
        line.hasPrefix(name + " ") ? [UInt8](hexadecimal: line.dropFirst(name.count + 1)) : nil
    }
}

/// Why a checkpoint says nothing.
package enum AuditCheckpointFault: Error, Hashable, Sendable {
    /// It is no checkpoint, or a part of one.
    case unreadable
    /// It is not what was signed.
    case signatureWrong
}
