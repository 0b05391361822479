package import Appraisal
package import Postgres
package import Values

/// Keeps a rubric's document; one that is there already stays, with its author.
package struct InsertRubricVersion: Command {
    let hash: String
    let id: String
    let author: String
    let document: String
    let validFrom: Day
    let validThrough: Day?

    package init(hash: String, id: String, author: String, document: String, validFrom: Day, validThrough: Day?) {
        self.hash = hash
        self.id = id
        self.author = author
        self.document = document
        self.validFrom = validFrom
        self.validThrough = validThrough
    }

    package var sql: SQL {
        """
        INSERT INTO rubric_versions (hash, id, author, document, valid_from, valid_through)
        VALUES (\(hash), \(id), \(author), \(document), \(validFrom), \(validThrough))
        ON CONFLICT DO NOTHING
        """
    }
}

/// The document of a rubric that the register keeps.
package struct FindRubricDocument: Statement {
    let hash: String

    package init(hash: String) {
        self.hash = hash
    }

    package var sql: SQL { "SELECT document FROM rubric_versions WHERE hash = \(hash)" }

    package func decode(_ row: Row) throws(PostgresError) -> String {
        try row.decode(as: String.self)
    }
}

/// The versions that the register keeps, the newest first.
package struct SelectRubricVersions: Statement {
    let hash: String?

    /// - Parameter hash: only that one; nil for all.
    package init(hash: String? = nil) {
        self.hash = hash
    }

    package var sql: SQL {
        """
        SELECT v.hash, v.id, v.author, v.valid_from, v.valid_through, v.proposed_at, a.activated_by, a.activated_at
          FROM rubric_versions v
          LEFT JOIN LATERAL (
                SELECT activated_by, activated_at
                  FROM rubric_activations
                 WHERE rubric_hash = v.hash
                 ORDER BY activation DESC
                 LIMIT 1) a ON true
         WHERE \(hash) IS NULL OR v.hash = \(hash)
         ORDER BY v.proposed_at DESC, v.hash
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> RubricVersion {
        let (hash, id, author, from, through, proposed, activatedBy, activatedAt) = try row.decode(
            as: String.self, String.self, String.self, Day.self, Day?.self, Instant.self, String?.self, Instant?.self)
        return RubricVersion(
            hash: hash, id: id, author: author, validFrom: from, validThrough: through, proposedAt: proposed, activatedBy: activatedBy,
            activatedAt: activatedAt)
    }
}

/// The hash of the rubric that was activated last; no row before the first activation.
package struct FindActiveRubric: Statement {
    package init() {}

    package var sql: SQL { "SELECT rubric_hash FROM rubric_activations ORDER BY activation DESC LIMIT 1" }

    package func decode(_ row: Row) throws(PostgresError) -> String {
        try row.decode(as: String.self)
    }
}

/// Puts a rubric in force.
package struct InsertRubricActivation: Command {
    let hash: String
    let author: String
    let trial: Int64
    let caller: String
    let reason: String

    package init(of hash: String, by author: String, trial: Int64, caller: String, reason: String) {
        self.hash = hash
        self.author = author
        self.trial = trial
        self.caller = caller
        self.reason = reason
    }

    package var sql: SQL {
        """
        INSERT INTO rubric_activations (rubric_hash, author, trial, activated_by, reason)
        VALUES (\(hash), \(author), \(trial), \(caller), \(reason))
        """
    }
}
