import Postgres
package import Values

/// What is looked for in staged rows of somebody whose role reaches an area and no further.
package enum OutsideCheck: String, CaseIterable, Sendable {
    /// A new organization of another area.
    case areaOutside = "area-outside"
    /// An organization that is recorded in another area, and would be moved by the row.
    case organizationMovedIn = "organization-moved-in"
    /// A record of an organization of another area.
    case organizationOutside = "organization-outside"

    func query(job: Int64, area: AreaCode) -> SQL {
        switch self {
        case .areaOutside:
            """
            SELECT s.row_number, s.area, NULL::text
              FROM staged_organizations s
             WHERE s.job = \(job) AND NOT \(fragment: Self.isInside("s.area", area))
            """
        case .organizationMovedIn:
            """
            WITH \(fragment: StagedOrganizations.placed(job: job))
            SELECT p.row_number, p.name, o.district || '-' || o.serial
              FROM placed p
              JOIN organizations o ON o.district = p.district AND o.serial = p.known_serial
             WHERE NOT \(fragment: Self.isInside("o.area", area))
            """
        case .organizationOutside:
            """
            WITH \(fragment: StagedRecords.named(job: job))
            SELECT n.row_number, min(n.written), NULL::text
              FROM named n
              JOIN organizations o ON o.district = n.district AND o.serial = n.serial
             WHERE NOT \(fragment: Self.isInside("o.area", area))
             GROUP BY n.row_number
            """
        }
    }

    /// As ``Values/AreaCode`` lies in another: a unit of a community has none below it.
    private static func isInside(_ column: SQL, _ area: AreaCode) -> SQL {
        area.text.contains("-")
            ? "\(fragment: column) = \(area)" : "starts_with(\(fragment: column), \(area.text))"
    }
}

extension FindInStagedRows {
    /// - Parameter area: where the sender may record something.
    package init(job: Int64, check: OutsideCheck, area: AreaCode, words: CheckWords) {
        self.init(job: job, code: check.rawValue, words: words, query: check.query(job: job, area: area))
    }
}
