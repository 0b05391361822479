import Incubation
package import Postgres
package import Values

/// A part of a run: organizations that follow each other.
package struct AssessmentPart: Hashable, Sendable {
    package let number: Int32
    package let range: NumberRange
    /// Whether it holds whole districts, so that everybody to be ranked is in it.
    package let holdsWholeDistricts: Bool

    package init(number: Int32, range: NumberRange, holdsWholeDistricts: Bool) {
        self.number = number
        self.range = range
        self.holdsWholeDistricts = holdsWholeDistricts
    }
}

/// How many organizations each district has, in the order of the districts.
package struct CountByDistrict: Statement {
    let areas: AreaRoots?

    package init(areas: AreaRoots?) {
        self.areas = areas
    }

    package var sql: SQL {
        """
        SELECT o.district, count(*), min(o.serial), max(o.serial)
          FROM organizations o
         WHERE true \(fragment: areas?.condition ?? "")
         GROUP BY o.district
         ORDER BY o.district
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (district: District, count: Int64, first: Int64, last: Int64) {
        try row.decode(as: District.self, Int64.self, Int64.self, Int64.self)
    }
}

/// The serial numbers at which every so many organizations of a district begin.
package struct SelectPartBeginnings: Statement {
    let district: District
    let areas: AreaRoots?
    let size: Int

    package init(in district: District, areas: AreaRoots?, size: Int) {
        self.district = district
        self.areas = areas
        self.size = size
    }

    package var sql: SQL {
        """
        SELECT serial
          FROM (SELECT o.serial, row_number() OVER (ORDER BY o.serial) AS place
                  FROM organizations o
                 WHERE o.district = \(district) \(fragment: areas?.condition ?? "")) numbered
         WHERE place % \(size) = 1
         ORDER BY serial
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Stores what a run has to do.
package struct InsertAssessmentParts: Command {
    let run: Int64
    let parts: [AssessmentPart]

    package init(_ parts: [AssessmentPart], of run: Int64) {
        self.run = run
        self.parts = parts
    }

    package var sql: SQL {
        """
        INSERT INTO assessment_parts (run, part, first_district, first_serial, last_district, last_serial, holds_whole)
        SELECT \(run), *
          FROM unnest(\(parts.map(\.number)), \(parts.map(\.range.first.district.rawValue)), \(parts.map(\.range.first.serial)),
                      \(parts.map(\.range.last.district.rawValue)), \(parts.map(\.range.last.serial)), \(parts.map(\.holdsWholeDistricts)))
        """
    }
}

/// Takes the next part of a run that nobody is at; no row when there is none. It is held until the transaction ends.
package struct TakeAssessmentPart: Statement {
    let run: Int64

    package init(of run: Int64) {
        self.run = run
    }

    package var sql: SQL {
        """
        SELECT part, first_district, first_serial, last_district, last_serial, holds_whole
          FROM assessment_parts
         WHERE run = \(run) AND organizations IS NULL
         ORDER BY part
         LIMIT 1
           FOR UPDATE SKIP LOCKED
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> AssessmentPart {
        let (part, firstDistrict, first, lastDistrict, last, isWhole) = try row.decode(
            as: Int32.self, District.self, Int64.self, District.self, Int64.self, Bool.self)
        return AssessmentPart(
            number: part,
            range: NumberRange(
                from: OrganizationNumber(district: firstDistrict, serial: first),
                through: OrganizationNumber(district: lastDistrict, serial: last)),
            holdsWholeDistricts: isWhole)
    }
}

/// Strikes a part off.
package struct FinishAssessmentPart: Command {
    let run: Int64
    let part: Int32
    let organizations: Int64

    package init(_ part: Int32, of run: Int64, organizations: Int64) {
        self.run = run
        self.part = part
        self.organizations = organizations
    }

    package var sql: SQL {
        "UPDATE assessment_parts SET organizations = \(organizations) WHERE run = \(run) AND part = \(part)"
    }
}

/// Whether anything of a run is still to be done.
package struct CountOpenParts: Statement {
    let run: Int64

    package init(of run: Int64) {
        self.run = run
    }

    package var sql: SQL { "SELECT count(*) FROM assessment_parts WHERE run = \(run) AND organizations IS NULL" }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Stores a part that was done with its run.
package struct InsertDonePart: Command {
    let run: Int64
    let organizations: Int64

    package init(of run: Int64, organizations: Int64) {
        self.run = run
        self.organizations = organizations
    }

    package var sql: SQL {
        """
        INSERT INTO assessment_parts (run, part, first_district, first_serial, last_district, last_serial, holds_whole, organizations)
        VALUES (\(run), 1, 0, 0, 0, 0, false, \(organizations))
        """
    }
}
