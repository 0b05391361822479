package import Incubation
package import Postgres
package import Values

/// How an organization guarded its money, the newest first.
package struct SelectMoneyControls: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT since, own_account, two_signatures, accounts_shown
          FROM money_controls
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY since DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> MoneyControls {
        let (since, ownAccount, twoSignatures, accountsShown) = try row.decode(as: Day.self, Bool.self, Bool.self, Bool.self)
        return MoneyControls(since: since, ownAccount: ownAccount, twoSignatures: twoSignatures, accountsShown: accountsShown)
    }
}

/// Adds how money is guarded from a day on. A day that has an entry fails with `money_controls_pkey`.
package struct InsertMoneyControls: Command {
    let number: OrganizationNumber
    let controls: MoneyControls
    let recordedOn: Day

    package init(_ controls: MoneyControls, for number: OrganizationNumber, recordedOn: Day) {
        self.number = number
        self.controls = controls
        self.recordedOn = recordedOn
    }

    package var sql: SQL {
        """
        INSERT INTO money_controls (district, serial, since, own_account, two_signatures, accounts_shown, recorded_on)
        VALUES (\(number.district), \(number.serial), \(controls.since), \(controls.ownAccount), \(controls.twoSignatures),
                \(controls.accountsShown), \(recordedOn))
        """
    }
}
