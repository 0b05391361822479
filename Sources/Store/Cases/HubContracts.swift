package import Incubation
package import Postgres
package import Values

/// The columns that make a ``HubContract``, from a table called `h`.
enum HubContractColumns {
    static let list: SQL = """
        h.contract, h.version, h.hub, h.purchaser, h.area, h.from_day, h.until_day, h.ended_on,
        (SELECT count(*) FROM incubation_cases c WHERE c.contract = h.contract AND c.stage NOT IN ('graduated', 'exited'))
        """

    static func decode(_ row: Row) throws(PostgresError) -> HubContract {
        let (number, version, hub, purchaser, area, from, until, endedOn, openCases) = try row.decode(
            as: Int64.self, Int64.self, String.self, String.self, AreaCode.self, Day.self, Day.self, Day?.self, Int64.self)
        return HubContract(
            number: number, version: version, hub: hub, purchaser: purchaser, area: area, from: from, until: until, endedOn: endedOn,
            openCases: openCases)
    }
}

/// Contracts in the order of their numbers, after one. Open cases are counted as far as the caller reaches.
package struct SelectHubContracts: Statement {
    let after: Int64
    let limit: Int

    package init(after: Int64, limit: Int) {
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        "SELECT \(fragment: HubContractColumns.list) FROM hub_contracts h WHERE h.contract > \(after) ORDER BY h.contract LIMIT \(limit)"
    }

    package func decode(_ row: Row) throws(PostgresError) -> HubContract { try HubContractColumns.decode(row) }
}

/// One contract.
package struct FindHubContract: Statement {
    let number: Int64
    let lock: Bool

    package init(_ number: Int64, lock: Bool = false) {
        self.number = number
        self.lock = lock
    }

    package var sql: SQL {
        """
        SELECT \(fragment: HubContractColumns.list) FROM hub_contracts h WHERE h.contract = \(number)
        \(fragment: lock ? "FOR UPDATE OF h" : "")
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> HubContract { try HubContractColumns.decode(row) }
}

/// The contract in whose hands a new case of an area is on a day: of several in force that of the smallest area, the newest of those.
package struct FindContractInForce: Statement {
    let area: AreaCode
    let day: Day

    package init(at area: AreaCode, on day: Day) {
        self.area = area
        self.day = day
    }

    package var sql: SQL {
        """
        SELECT contract FROM hub_contracts
         WHERE starts_with(\(area.text), area) AND from_day <= \(day) AND coalesce(ended_on, until_day) >= \(day)
         ORDER BY length(area) DESC, contract DESC
         LIMIT 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 { try row.decode(as: Int64.self) }
}

/// Records a contract and gives its number.
package struct InsertHubContract: Statement {
    let contract: HubContract

    package init(_ contract: HubContract) {
        self.contract = contract
    }

    package var sql: SQL {
        """
        INSERT INTO hub_contracts (hub, purchaser, area, from_day, until_day)
        VALUES (\(contract.hub), \(contract.purchaser), \(contract.area), \(contract.from), \(contract.until))
        RETURNING contract
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 { try row.decode(as: Int64.self) }
}

/// Ends a contract before its time, if it still has the version that was read.
package struct EndHubContract: Command {
    let number: Int64
    let version: Int64
    let lastDay: Day

    package init(_ number: Int64, version: Int64, lastDay: Day) {
        self.number = number
        self.version = version
        self.lastDay = lastDay
    }

    package var sql: SQL {
        "UPDATE hub_contracts SET version = version + 1, ended_on = \(lastDay) WHERE contract = \(number) AND version = \(version)"
    }
}

/// Gives the open cases of one contract to another.
package struct MoveCases: Command {
    let from: Int64
    let to: Int64

    package init(from: Int64, to: Int64) {
        self.from = from
        self.to = to
    }

    package var sql: SQL {
        """
        UPDATE incubation_cases SET version = version + 1, contract = \(to)
         WHERE contract = \(from) AND stage NOT IN ('graduated', 'exited')
        """
    }
}
