package import EmbeddedFiles
package import Postgres

/// A question about the whole register whose answer must be empty: a file of `sql/checks`.
package struct RegisterCheck: Hashable, Sendable {
    /// The file's name without its ending.
    package let name: String
    /// What must hold, in the words of the comment that the file begins with.
    package let rule: String
    let query: String

    package init(_ file: EmbeddedFile) {
        let lines = (file.text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        name = String(file.name.split(separator: "/").last?.split(separator: ".").first ?? "")
        rule = lines.prefix { $0.hasPrefix("--") }.map { $0.dropFirst(2).drop { $0 == " " } }.joined(separator: " ")
        var query = lines.joined(separator: "\n")
        while let last = query.last, last == ";" || last.isWhitespace { query.removeLast() }
        self.query = query
    }

    /// Every check that was compiled in, sorted by name.
    package static let all: [RegisterCheck] = EmbeddedFile.all(under: "checks").map(RegisterCheck.init)
}

/// Asks a check how many rows break it, and for the first of them as JSON; nil when it holds.
package struct RunCheck: Statement {
    let check: RegisterCheck

    package init(_ check: RegisterCheck) {
        self.check = check
    }

    package var sql: SQL {
        """
        SELECT count(*) OVER (), to_jsonb(broken)::text
          FROM (\(fragment: SQL(trusted: check.query))) AS broken
         ORDER BY 2
         LIMIT 1
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (count: Int64, first: String) {
        let (count, first) = try row.decode(as: Int64.self, String.self)
        return (count, first)
    }
}
