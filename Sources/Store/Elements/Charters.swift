package import Incubation
package import Postgres
package import Values

/// An organization's charters, the newest first.
package struct SelectCharters: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT charter_version, adopted_on, reviewed_on, clauses, votes_entitled, votes_in_favour, votes_against, votes_abstained
          FROM charters
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY charter_version DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Charter {
        let (version, adopted, reviewed, clauses, entitled, inFavour, against, abstained) = try row.decode(
            as: Int32.self, Day.self, Day?.self, [CharterClause].self, Int32?.self, Int32?.self, Int32?.self, Int32?.self)
        var vote: AdoptionVote?
        if let entitled, let inFavour, let against, let abstained {
            vote = AdoptionVote(entitled: entitled, inFavour: inFavour, against: against, abstained: abstained)
        }
        return Charter(version: version, adoptedOn: adopted, reviewedOn: reviewed, clauses: Set(clauses), adoption: vote)
    }
}

/// Adds a version of the charter. A version that exists fails with `charters_pkey`.
package struct InsertCharter: Command {
    let number: OrganizationNumber
    let charter: Charter
    let recordedOn: Day

    package init(_ charter: Charter, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.charter = charter
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO charters (
            district, serial, charter_version, adopted_on, reviewed_on, clauses, votes_entitled, votes_in_favour, votes_against, votes_abstained,
            recorded_on)
        VALUES (
            \(number.district), \(number.serial), \(charter.version), \(charter.adoptedOn), \(charter.reviewedOn),
            \(CharterClause.allCases.filter(charter.clauses.contains)), \(charter.adoption?.entitled), \(charter.adoption?.inFavour),
            \(charter.adoption?.against), \(charter.adoption?.abstained), \(recordedOn))
        """
    }
}
