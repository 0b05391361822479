package import Postgres
package import Values

/// What is said of rows that a check finds; `{value}` and `{other}` stand for what the row holds and what it meets.
package struct CheckWords: Hashable, Sendable {
    package let column: String
    package let isError: Bool
    package let messageChinese: String
    package let messageEnglish: String
    package let remedyChinese: String
    package let remedyEnglish: String

    package init(
        column: String, isError: Bool, messageChinese: String, messageEnglish: String, remedyChinese: String, remedyEnglish: String
    ) {
        self.column = column
        self.isError = isError
        self.messageChinese = messageChinese
        self.messageEnglish = messageEnglish
        self.remedyChinese = remedyChinese
        self.remedyEnglish = remedyEnglish
    }
}

/// Runs a check over staged rows and writes down what it finds. Values are cut to 60 characters.
package struct FindInStagedRows: Command {
    let job: Int64
    let code: String
    let words: CheckWords
    let query: SQL

    /// - Parameter today: the day on which areas must be in force.
    package init(job: Int64, check: OrganizationCheck, today: Day, words: CheckWords) {
        self.init(job: job, code: check.rawValue, words: words, query: check.query(job: job, today: today))
    }

    init(job: Int64, code: String, words: CheckWords, query: SQL) {
        self.job = job
        self.code = code
        self.words = words
        self.query = query
    }

    package var sql: SQL {
        """
        INSERT INTO import_findings (
            job, row_number, column_name, value, code, message_chinese, message_english, remedy_chinese, remedy_english, severity)
        SELECT \(job), f.row_number, \(words.column), left(f.value, 60), \(code),
               \(fragment: filled(words.messageChinese)), \(fragment: filled(words.messageEnglish)),
               \(fragment: filled(words.remedyChinese)), \(fragment: filled(words.remedyEnglish)),
               \(words.isError ? "error" : "warning")
          FROM (\(fragment: query)) AS f (row_number, value, other)
        """
    }

    private func filled(_ template: String) -> SQL {
        "replace(replace(\(template), '{value}', left(f.value, 60)), '{other}', coalesce(f.other, ''))"
    }
}

/// Takes findings made while reading, in the order of these columns.
package enum ImportFindings {
    package static let copy = CopyUnderPolicy(
        into: "import_findings",
        """
            job, row_number, line_number, column_name, value, code, message_chinese, message_english, remedy_chinese, remedy_english, severity
        """)
}

/// How many findings of a job are errors.
package struct CountImportErrors: Statement {
    let job: Int64

    package init(job: Int64) {
        self.job = job
    }

    package var sql: SQL {
        """
        SELECT count(*)
          FROM import_findings
         WHERE job = \(job) AND severity = 'error'
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Findings in the order of the rows, after one.
package struct SelectImportFindings: Statement {
    let job: Int64
    let after: Int64
    let limit: Int

    package init(job: Int64, afterOffset after: Int64, limit: Int) {
        self.job = job
        self.after = after
        self.limit = limit
    }

    package var sql: SQL {
        """
        SELECT row_number, line_number, column_name, value, code, message_chinese, message_english, remedy_chinese, remedy_english, severity
          FROM import_findings
         WHERE job = \(job)
         ORDER BY row_number, finding
         OFFSET \(after)
         LIMIT \(limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> StoredFinding {
        let (number, line, column, value, code, messageChinese, messageEnglish, remedyChinese, remedyEnglish, severity) = try row.decode(
            as: Int64.self, Int64.self, String?.self, String?.self, String.self, String.self, String.self, String.self, String.self,
            String.self)
        return StoredFinding(
            row: number, line: line, column: column, value: value, code: code, messageChinese: messageChinese,
            messageEnglish: messageEnglish,
            remedyChinese: remedyChinese, remedyEnglish: remedyEnglish, isError: severity == "error")
    }
}

/// A finding as it is stored.
package struct StoredFinding: Hashable, Sendable {
    package let row: Int64
    package let line: Int64
    package let column: String?
    package let value: String?
    package let code: String
    package let messageChinese: String
    package let messageEnglish: String
    package let remedyChinese: String
    package let remedyEnglish: String
    package let isError: Bool
}

/// How many warnings a job has.
package struct CountImportWarnings: Statement {
    let job: Int64

    package init(job: Int64) {
        self.job = job
    }

    package var sql: SQL {
        "SELECT count(*) FROM import_findings WHERE job = \(job) AND severity = 'warning'"
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}
