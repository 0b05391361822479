package import Values

/// The register's own number of an organization: its district and a serial number inside it, written `320613-42`.
///
/// Given once and never reused. It stays when the district's code is retired.
package struct OrganizationNumber: Hashable, Sendable {
    package let district: District
    /// From 1 up.
    package let serial: Int64

    package init(district: District, serial: Int64) {
        self.district = district
        self.serial = serial
    }

    /// Reads `320613-42`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let district = District(code: parts[0]) else { return nil }
        guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), parts[1].first != "0", let serial = Int64(parts[1]) else { return nil }
        self.init(district: district, serial: serial)
    }
}

extension OrganizationNumber: CustomStringConvertible {
    package var description: String { "\(district)-\(serial)" }
}

extension OrganizationNumber: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        (left.district, left.serial) < (right.district, right.serial)
    }
}
