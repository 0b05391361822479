package import Incubation
package import Postgres
import Values

/// How many people a move takes: 0, 2 or 3; no row where the move is not allowed at all.
package struct FindDecisionSteps: Statement {
    let from: CaseStage
    let to: CaseStage

    package init(from: CaseStage, to: CaseStage) {
        self.from = from
        self.to = to
    }

    package var sql: SQL { "SELECT decision_steps FROM case_moves WHERE from_stage = \(from) AND to_stage = \(to)" }

    package func decode(_ row: Row) throws(PostgresError) -> Int32 { try row.decode(as: Int32.self) }
}

/// A case's decisions, the newest first.
package struct SelectCaseDecisions: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT decision, version, to_stage, state, recommended_by, recommended_on, recommendation, is_endorsed
          FROM case_decisions
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY decision DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> CaseDecision {
        let (decision, version, stage, state, by, on, reason, isEndorsed) = try row.decode(
            as: Int32.self, Int64.self, CaseStage.self, CaseDecision.State.self, String.self, Day.self, String.self, Bool?.self)
        return CaseDecision(
            number: decision, version: version, stage: stage, state: state,
            recommendation: CaseDecision.Word(by: by, on: on, reason: reason), isEndorsed: isEndorsed)
    }
}

/// What reviewers and the authority said of a case's decisions.
package struct SelectDecisionWords: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT decision, 'review', reviewed_by, reviewed_on, review
          FROM case_decisions
         WHERE district = \(number.district) AND serial = \(number.serial) AND reviewed_by IS NOT NULL
        UNION ALL
        SELECT decision, 'approve', decided_by, decided_on, reason
          FROM case_decisions
         WHERE district = \(number.district) AND serial = \(number.serial) AND decided_by IS NOT NULL
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (decision: Int32, duty: Duty, word: CaseDecision.Word) {
        let (decision, duty, by, on, reason) = try row.decode(as: Int32.self, Duty.self, String.self, Day.self, String.self)
        return (decision, duty, CaseDecision.Word(by: by, on: on, reason: reason))
    }
}

/// How somebody stands to a case.
package struct FindStanding: Statement {
    let caller: String
    let number: OrganizationNumber

    package init(of caller: String, to number: OrganizationNumber) {
        self.caller = caller
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT (SELECT duty FROM case_duties
                 WHERE district = \(number.district) AND serial = \(number.serial) AND caller = \(caller)),
               (SELECT has_interest FROM case_declarations
                 WHERE district = \(number.district) AND serial = \(number.serial) AND caller = \(caller))
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Standing {
        let (duty, hasInterest) = try row.decode(as: Duty?.self, Bool?.self)
        return Standing(duty: duty, hasInterest: hasInterest)
    }
}

/// Writes down a declaration. Made once; fails with `case_declarations_pkey` afterwards.
package struct InsertDeclaration: Command {
    let caller: String
    let number: OrganizationNumber
    let hasInterest: Bool

    package init(by caller: String, on number: OrganizationNumber, hasInterest: Bool) {
        self.caller = caller
        self.number = number
        self.hasInterest = hasInterest
    }

    package var sql: SQL {
        """
        INSERT INTO case_declarations (district, serial, caller, has_interest)
        VALUES (\(number.district), \(number.serial), \(caller), \(hasInterest))
        """
    }
}

/// Gives somebody a duty in a case. Fails with `case_duties_pkey` when they have one.
package struct InsertDuty: Command {
    let caller: String
    let number: OrganizationNumber
    let duty: Duty

    package init(_ duty: Duty, for caller: String, in number: OrganizationNumber) {
        self.duty = duty
        self.caller = caller
        self.number = number
    }

    package var sql: SQL {
        """
        INSERT INTO case_duties (district, serial, caller, duty)
        VALUES (\(number.district), \(number.serial), \(caller), \(duty))
        """
    }
}

/// Writes down a recommendation. Fails with `case_decisions_one_pending` while another one waits.
package struct InsertDecision: Command {
    let number: OrganizationNumber
    let decision: CaseDecision

    package init(_ decision: CaseDecision, for number: OrganizationNumber) {
        self.decision = decision
        self.number = number
    }

    package var sql: SQL {
        """
        INSERT INTO case_decisions (district, serial, decision, to_stage, state, recommended_by, recommended_on, recommendation)
        VALUES (\(number.district), \(number.serial), \(decision.number), \(decision.stage), \(decision.state),
                \(decision.recommendation.by), \(decision.recommendation.on), \(decision.recommendation.reason))
        """
    }
}

/// Writes down what was said since, if nobody else did.
package struct UpdateDecision: Command {
    let number: OrganizationNumber
    let decision: CaseDecision

    package init(_ decision: CaseDecision, for number: OrganizationNumber) {
        self.decision = decision
        self.number = number
    }

    package var sql: SQL {
        """
        UPDATE case_decisions
           SET version = version + 1, state = \(decision.state), reviewed_by = \(decision.review?.by),
               reviewed_on = \(decision.review?.on), review = \(decision.review?.reason), is_endorsed = \(decision.isEndorsed),
               decided_by = \(decision.decision?.by), decided_on = \(decision.decision?.on), reason = \(decision.decision?.reason)
         WHERE district = \(number.district) AND serial = \(number.serial) AND decision = \(decision.number)
           AND version = \(decision.version)
        """
    }
}
