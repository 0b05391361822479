package import Postgres

/// Takes a key for a request, or takes over one that is older than keys are kept. Touches no row when the key has been used.
///
/// Waits for a transaction that is taking the same key, as long as the transaction waits for locks.
package struct ClaimIdempotencyKey: Command {
    let caller: String
    let key: String
    let act: String
    let requestHash: [UInt8]

    package init(_ key: String, of caller: String, act: String, requestHash: [UInt8]) {
        self.key = key
        self.caller = caller
        self.act = act
        self.requestHash = requestHash
    }

    package var sql: SQL {
        """
        INSERT INTO idempotency_keys AS k (caller, key, act, request_hash)
        VALUES (\(caller), \(key), \(act), \(requestHash))
        ON CONFLICT (caller, key) DO UPDATE
           SET act = excluded.act, request_hash = excluded.request_hash, answer = NULL, created_at = excluded.created_at
         WHERE k.created_at < \(fragment: ForgetIdempotencyKeys.limit)
        """
    }
}

/// What a key was used for; no row when it was not.
package struct FindIdempotencyKey: Statement {
    let caller: String
    let key: String

    package init(_ key: String, of caller: String) {
        self.key = key
        self.caller = caller
    }

    package var sql: SQL {
        """
        SELECT request_hash, answer
          FROM idempotency_keys
         WHERE caller = \(caller) AND key = \(key) AND created_at >= \(fragment: ForgetIdempotencyKeys.limit)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (requestHash: [UInt8], answer: [UInt8]?) {
        let (hash, answer) = try row.decode(as: [UInt8].self, [UInt8]?.self)
        return (hash, answer)
    }
}

/// Keeps the answer that a key will be answered with from now on.
package struct KeepAnswer: Command {
    let caller: String
    let key: String
    let answer: [UInt8]

    package init(_ answer: [UInt8], for key: String, of caller: String) {
        self.answer = answer
        self.key = key
        self.caller = caller
    }

    package var sql: SQL {
        "UPDATE idempotency_keys SET answer = \(answer) WHERE caller = \(caller) AND key = \(key)"
    }
}

/// Removes a few keys that are older than keys are kept, none that anybody is looking at.
package struct ForgetIdempotencyKeys: Command {
    package init() {}

    /// The moment before which keys are forgotten.
    static let limit: SQL =
        "(SELECT now() - days * interval '1 day' FROM retention_periods WHERE subject = 'idempotency-keys')"

    package var sql: SQL {
        """
        DELETE FROM idempotency_keys k
         USING (SELECT caller, key
                  FROM idempotency_keys
                 WHERE created_at < \(fragment: Self.limit)
                 ORDER BY created_at
                 LIMIT 20
                   FOR UPDATE SKIP LOCKED) old
         WHERE k.caller = old.caller AND k.key = old.key
        """
    }
}
