package import Appraisal
package import Incubation
package import Postgres
package import Values

/// Accounts that came in, by the organization and the record that an assessment points at.
package struct ReceivedAccounts: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let record: SourceReference

    package init(organization: OrganizationNumber, record: SourceReference) {
        self.organization = organization
        self.record = record
    }
}

/// Which accounts of some organizations came in after one day, up to and on another, for the first time or once more.
package struct SelectAccountsReceived: Statement {
    let numbers: [OrganizationNumber]
    let after: Day
    let through: Day

    package init(by numbers: [OrganizationNumber], after: Day, through: Day) {
        self.numbers = numbers
        self.after = after
        self.through = through
    }

    package var sql: SQL {
        """
        SELECT DISTINCT y.district, y.serial, y.period_end
          FROM yearly_accounts y
          JOIN unnest(\(numbers.map(\.district.rawValue)), \(numbers.map(\.serial))) AS wanted (district, serial)
               ON wanted.district = y.district AND wanted.serial = y.serial
         WHERE y.received_on > \(after) AND y.received_on <= \(through)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> ReceivedAccounts {
        let (district, serial, periodEnd) = try row.decode(as: District.self, Int64.self, Day.self)
        return ReceivedAccounts(
            organization: OrganizationNumber(district: district, serial: serial), record: SourceReference(.accounts, on: periodEnd))
    }
}
