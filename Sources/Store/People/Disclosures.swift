package import Incubation
package import Postgres

/// Writes down that people's data was shown unmasked.
package struct InsertDisclosure: Command {
    let scope: PeopleScope
    let caller: String
    let purpose: String
    let note: String?
    let rows: Int64

    package init(of scope: PeopleScope, to caller: String, purpose: String, note: String?, rows: Int64) {
        self.scope = scope
        self.caller = caller
        self.purpose = purpose
        self.note = note
        self.rows = rows
    }

    package var sql: SQL {
        """
        INSERT INTO disclosures (district, serial, caller, purpose, note, row_count)
        VALUES (\(scope.district), \(scope.organization?.serial), \(caller), \(purpose), \(note), \(rows))
        """
    }
}
