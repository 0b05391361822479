import Postgres
package import Values

/// A chain of audit events: that of a district, or that of acts which belong to no single one.
package struct AuditChain: RawRepresentable, Hashable, Sendable, Comparable, PostgresCodable {
    /// The district's number, or 0. Any number when it was read, because what is read may have been tampered with.
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// The chain of a district; the nation's for none.
    package init(_ district: District?) {
        rawValue = district?.rawValue ?? 0
    }

    /// Acts on what all districts share, or on several districts at once.
    package static let nation = AuditChain(nil)

    package static func < (left: AuditChain, right: AuditChain) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// The last event of a chain, as far as the next one needs to know it.
package struct AuditHead: Hashable, Sendable {
    package let chain: AuditChain
    /// 0 before the first event.
    package let sequence: Int64
    package let hash: [UInt8]

    package init(chain: AuditChain, sequence: Int64, hash: [UInt8]) {
        self.chain = chain
        self.sequence = sequence
        self.hash = hash
    }

    /// Where a chain begins.
    package init(startOf chain: AuditChain) {
        self.init(chain: chain, sequence: 0, hash: [UInt8](repeating: 0, count: 32))
    }
}
