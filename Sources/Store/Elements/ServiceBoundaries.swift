package import Incubation
package import Postgres
package import Values

/// An organization's service boundaries, the newest first.
package struct SelectServiceBoundaries: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT since, content, people_served, target_population, limits, form, areas
          FROM service_boundaries
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY since DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> ServiceBoundary {
        let (since, content, people, population, limits, form, areas) = try row.decode(
            as: Day.self, String?.self, String?.self, Int32?.self, String?.self, String?.self, [AreaCode].self)
        return ServiceBoundary(
            since: since, content: content, peopleServed: people, targetPopulation: population, limits: limits, form: form, areas: areas)
    }
}

/// Adds the boundary as it stands from a day on. A day that has one fails with `service_boundaries_pkey`.
package struct InsertServiceBoundary: Command {
    let number: OrganizationNumber
    let boundary: ServiceBoundary
    let recordedOn: Day

    package init(_ boundary: ServiceBoundary, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.boundary = boundary
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO service_boundaries (
            district, serial, since, content, people_served, target_population, limits, form, areas, recorded_on)
        VALUES (
            \(number.district), \(number.serial), \(boundary.since), \(boundary.content), \(boundary.peopleServed), \(boundary.targetPopulation),
            \(boundary.limits), \(boundary.form), \(boundary.areas), \(recordedOn))
        """
    }
}
