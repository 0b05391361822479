package import Incubation
package import Postgres
import Values

/// The moves between stages that this register allows.
package struct SelectCaseMoves: Statement {
    package init() {}

    package var sql: SQL { "SELECT from_stage, to_stage FROM case_moves" }

    package func decode(_ row: Row) throws(PostgresError) -> CaseMoves.Move {
        let (from, to) = try row.decode(as: CaseStage.self, CaseStage.self)
        return CaseMoves.Move(from: from, to: to)
    }
}

/// One step of an organization's case with the case's version, oldest step first.
package struct SelectCaseSteps: Statement {
    let number: OrganizationNumber
    /// Keeps others from moving the case until the transaction ends.
    let lock: Bool

    package init(of number: OrganizationNumber, lock: Bool = false) {
        self.number = number
        self.lock = lock
    }

    package var sql: SQL {
        """
        SELECT c.version, s.stage, s.entered_on, s.reason
          FROM incubation_cases c
          JOIN case_steps s ON s.district = c.district AND s.serial = c.serial
         WHERE c.district = \(number.district) AND c.serial = \(number.serial)
         ORDER BY s.step
        \(fragment: lock ? "FOR UPDATE OF c" : "")
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (version: Int64, step: CaseStep) {
        let (version, stage, enteredOn, reason) = try row.decode(as: Int64.self, CaseStage.self, Day.self, String?.self)
        return (version, CaseStep(stage: stage, enteredOn: enteredOn, reason: reason))
    }
}

/// Opens a case. An organization that has one fails with `incubation_cases_pkey`.
package struct InsertCase: Command {
    let number: OrganizationNumber
    let stage: CaseStage
    let contract: Int64?

    /// - Parameter contract: in whose hands the case is; nil where no hub was commissioned.
    package init(for number: OrganizationNumber, stage: CaseStage, contract: Int64?) {
        self.number = number
        self.stage = stage
        self.contract = contract
    }

    package var sql: SQL {
        """
        INSERT INTO incubation_cases (district, serial, stage, contract)
        VALUES (\(number.district), \(number.serial), \(stage), \(contract))
        """
    }
}

/// Adds a step to the history.
package struct InsertCaseStep: Command {
    let number: OrganizationNumber
    let step: CaseStep

    package init(_ step: CaseStep, for number: OrganizationNumber) {
        self.number = number
        self.step = step
    }

    package var sql: SQL {
        """
        INSERT INTO case_steps (district, serial, step, stage, entered_on, reason)
        SELECT \(number.district), \(number.serial), coalesce(max(step), 0) + 1, \(step.stage), \(step.enteredOn), \(step.reason)
          FROM case_steps
         WHERE district = \(number.district) AND serial = \(number.serial)
        """
    }
}

/// Moves a case, if it still has the version that was read.
package struct UpdateCaseStage: Command {
    let number: OrganizationNumber
    let version: Int64
    let stage: CaseStage

    package init(_ number: OrganizationNumber, version: Int64, stage: CaseStage) {
        self.number = number
        self.version = version
        self.stage = stage
    }

    package var sql: SQL {
        """
        UPDATE incubation_cases
           SET version = version + 1, stage = \(stage)
         WHERE district = \(number.district) AND serial = \(number.serial) AND version = \(version)
        """
    }
}
