package import Postgres
package import Values

/// How long something is kept, and by what right.
package struct RetentionPeriod: Hashable, Sendable {
    package enum Keeps: String, Hashable, Sendable, PostgresCodable {
        /// What is older is removed.
        case atMost = "at-most"
        /// Nothing may be removed before.
        case atLeast = "at-least"
    }

    package enum Keeper: String, Hashable, Sendable, PostgresCodable {
        case register
        /// Whoever runs the register, outside of the database.
        case `operator`
    }

    /// How sure the period is.
    package enum Certainty: String, Hashable, Sendable, PostgresCodable {
        /// Read in the text of the law.
        case text
        /// Read in a summary or a local notice.
        case secondary
        case memory
        /// Chosen here.
        case `default`
    }

    package let subject: String
    package let days: Int32
    package let keeps: Keeps
    package let keeper: Keeper
    package let certainty: Certainty
    package let source: BilingualText
}

/// The rules, in the order of their names.
package struct SelectRetentionPeriods: Statement {
    package init() {}

    package var sql: SQL {
        "SELECT subject, days, keeps, kept_by, certainty, source_chinese, source_english FROM retention_periods ORDER BY subject"
    }

    package func decode(_ row: Row) throws(PostgresError) -> RetentionPeriod {
        let (subject, days, keeps, keeper, certainty, chinese, english) = try row.decode(
            as: String.self, Int32.self, RetentionPeriod.Keeps.self, RetentionPeriod.Keeper.self, RetentionPeriod.Certainty.self,
            String.self, String.self)
        return RetentionPeriod(
            subject: subject, days: days, keeps: keeps, keeper: keeper, certainty: certainty,
            source: BilingualText(zh: chinese, en: english))
    }
}
