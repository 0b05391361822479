package import Incubation
package import Postgres
package import Values

/// The statements that put new service areas and classifications in place of the old ones.
package struct ReplaceOrganizationDetails: Sendable {
    let number: OrganizationNumber
    let serviceAreas: [AreaCode]
    let classifications: [Classification]

    package init(of number: OrganizationNumber, serviceAreas: [AreaCode], classifications: [Classification]) {
        self.number = number
        self.serviceAreas = serviceAreas
        self.classifications = classifications
    }

    /// In the order in which they must run. An unknown area fails with `service_areas_area_fkey`, an unknown classification with
    /// `organization_classifications_code_fkey`.
    package var statements: [SQL] {
        [
            "DELETE FROM service_areas WHERE district = \(number.district) AND serial = \(number.serial)",
            """
            INSERT INTO service_areas (district, serial, area)
            SELECT DISTINCT \(number.district), \(number.serial), s.area
              FROM unnest(\(serviceAreas)) AS s (area)
            """,
            "DELETE FROM organization_classifications WHERE district = \(number.district) AND serial = \(number.serial)",
            """
            INSERT INTO organization_classifications (district, serial, scheme, code)
            SELECT DISTINCT \(number.district), \(number.serial), c.scheme, c.code
              FROM unnest(\(classifications.map(\.scheme)), \(classifications.map(\.code))) AS c (scheme, code)
            """,
        ]
    }
}
