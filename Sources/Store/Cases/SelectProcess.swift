package import Incubation
package import Postgres

/// A move that the process allows, with where it comes from.
package struct ProcessRow: Hashable, Sendable {
    package let move: CaseMoves.Move
    /// How many people it takes: 0, 2 or 3.
    package let steps: Int32
    package let sourceChinese: String
    package let sourceEnglish: String
}

/// The process as it is configured.
package struct SelectProcess: Statement {
    package init() {}

    package var sql: SQL { "SELECT from_stage, to_stage, decision_steps, source_chinese, source_english FROM case_moves" }

    package func decode(_ row: Row) throws(PostgresError) -> ProcessRow {
        let (from, to, steps, chinese, english) = try row.decode(
            as: CaseStage.self, CaseStage.self, Int32.self, String.self, String.self)
        return ProcessRow(move: CaseMoves.Move(from: from, to: to), steps: steps, sourceChinese: chinese, sourceEnglish: english)
    }
}
