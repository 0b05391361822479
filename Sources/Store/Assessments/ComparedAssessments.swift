package import Incubation
package import Postgres
import Values

/// An organization in two runs. What lacks in one of them is nil there.
package struct ComparedAssessmentRow: Hashable, Sendable {
    /// One side.
    package struct Side: Hashable, Sendable {
        package let status: String
        package let points: Int32
        package let probability: Double?
        /// JSON text, as it was stored.
        package let detail: String
    }

    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let before: Side?
    package let after: Side?
}

/// Organizations of two runs whose status or flags are not the same, after a number, in the order of their numbers.
package struct SelectComparedAssessments: Statement {
    let before: Int64
    let after: Int64
    let behind: (district: Int64, serial: Int64)
    let limit: Int

    package init(before: Int64, after: Int64, behind: (district: Int64, serial: Int64), limit: Int) {
        self.before = before
        self.after = after
        self.behind = behind
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT o.district, o.serial, o.name, o.english_name, a.status, a.points, a.probability, a.detail, b.status, b.points, b.probability, b.detail
          FROM organizations o
          LEFT JOIN assessments a ON a.district = o.district AND a.serial = o.serial AND a.run = \(before)
          LEFT JOIN assessments b ON b.district = o.district AND b.serial = o.serial AND b.run = \(after)
         WHERE (o.district, o.serial) > (\(behind.district), \(behind.serial))
           AND (a.status IS DISTINCT FROM b.status OR a.detail -> 'flags' IS DISTINCT FROM b.detail -> 'flags')
         ORDER BY o.district, o.serial
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> ComparedAssessmentRow {
        let (
            district, serial, name, englishName, status, points, probability, detail, laterStatus, laterPoints, laterProbability,
            laterDetail
        ) = try row.decode(
            as: District.self, Int64.self, String.self, String?.self, String?.self, Int32?.self, Double?.self, JSON?.self, String?.self,
            Int32?.self, Double?.self, JSON?.self)
        return ComparedAssessmentRow(
            organization: OrganizationNumber(district: district, serial: serial), name: name, englishName: englishName,
            before: Self.side(status, points, probability, detail),
            after: Self.side(laterStatus, laterPoints, laterProbability, laterDetail))
    }

    private static func side(_ status: String?, _ points: Int32?, _ probability: Double?, _ detail: JSON?) -> ComparedAssessmentRow.Side? {
        guard let status, let points, let detail else { return nil }
        return ComparedAssessmentRow.Side(status: status, points: points, probability: probability, detail: detail.text)
    }
}
