package import Incubation
package import Postgres

/// Removes texts of a person from notes and findings, which cannot be found by the person's number.
package struct ForgetTexts: Command {
    let texts: [String]

    package init(_ texts: [String]) {
        self.texts = texts
    }

    package var sql: SQL { "SELECT forget_texts(\(texts))" }
}

/// How often any of some texts stands in what was written freely about an organization: reasons, titles, the service boundary, offices,
/// what was said of flags and visits.
/// These are records of their own and are not changed by an erasure; whoever erases is told.
package struct CountMentions: Statement {
    let number: OrganizationNumber
    let texts: [String]

    package init(of texts: [String], in number: OrganizationNumber) {
        self.texts = texts
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT count(*)
          FROM (SELECT reason AS text FROM case_steps WHERE district = \(number.district) AND serial = \(number.serial)
                UNION ALL
                SELECT title FROM activities WHERE district = \(number.district) AND serial = \(number.serial)
                UNION ALL
                SELECT concat_ws(' ', content, people_served, limits, form)
                  FROM service_boundaries
                 WHERE district = \(number.district) AND serial = \(number.serial)
                UNION ALL
                SELECT concat_ws(' ', office, document_number)
                  FROM legal_status_steps
                 WHERE district = \(number.district) AND serial = \(number.serial)
                UNION ALL
                SELECT note FROM handled_flag_steps WHERE district = \(number.district) AND serial = \(number.serial)
                UNION ALL
                SELECT result FROM interventions WHERE district = \(number.district) AND serial = \(number.serial)
                UNION ALL
                SELECT concat_ws(' ', name, english_name, credit_code_override)
                  FROM organizations
                 WHERE district = \(number.district) AND serial = \(number.serial)) AS written
         WHERE EXISTS (SELECT FROM unnest(\(texts)) AS q (text) WHERE position(q.text IN written.text) > 0)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}
