package import Incubation
package import Postgres
import Values

/// The rules of deadlines, kind by kind, that of the nation first, the oldest version first.
package struct SelectDeadlineRules: Statement {
    let kind: PendingKind?

    /// - Parameter kind: nil for all.
    package init(of kind: PendingKind? = nil) {
        self.kind = kind
    }

    package var sql: SQL {
        """
        SELECT kind, nullif(jurisdiction, 'nation'), version, amount, unit, moves_on, remind_before, escalate_after, owner_role,
               escalation_role, ends_with_case, certainty, source_chinese, source_english, valid_from, valid_until
          FROM deadline_rules
         WHERE \(kind) IS NULL OR kind = \(kind)
         ORDER BY kind, jurisdiction <> 'nation', jurisdiction, version
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> DeadlineRule {
        let (kind, jurisdiction, version, amount, unit, movesOn, remind, escalate, owner, higher, ends, certainty, zh, en, from, until) =
            try row.decode(
                as: PendingKind.self, AreaCode?.self, Int64.self, Int32.self, Period.Unit.self, Bool.self, Int32.self, Int32.self,
                ResponsibleRole.self, ResponsibleRole.self, Bool.self, DeadlineRule.Certainty.self, String.self, String.self, Day?.self,
                Day?.self)
        // The table's constraints are the ranges of the type, so that there is nothing to refuse.
        guard let period = Period(Int(amount), unit),
            let terms = DeadlineTerms(period: period, movesOn: movesOn, remindBefore: Int(remind), escalateAfter: Int(escalate))
        else { throw try row.cell(3).mismatch(DeadlineTerms.self, "the rule \(kind.rawValue) is out of range") }
        return DeadlineRule(
            kind: kind, reference: DeadlineRule.Reference(jurisdiction: jurisdiction, version: version), terms: terms, owner: owner,
            escalatesTo: higher, endsWithCase: ends, certainty: certainty, source: BilingualText(zh: zh, en: en), validFrom: from,
            validUntil: until)
    }
}
