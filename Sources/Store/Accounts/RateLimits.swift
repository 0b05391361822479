package import Postgres
package import Values

/// A bucket of tokens: so many at once, then one in so many seconds.
package struct RateLimit: Hashable, Sendable {
    /// The stable name of what is limited.
    package let action: String
    package let burst: Int64
    package let secondsPerToken: Int64

    package init(action: String, burst: Int64, secondsPerToken: Int64) {
        self.action = action
        self.burst = burst
        self.secondsPerToken = secondsPerToken
    }

    fileprivate var capacity: Int64 { burst &* secondsPerToken }
}

/// Takes a token out of a bucket. A bucket is kept as the moment at which it is full again: taking a token moves that moment on by the
/// time that one needs, and a bucket is empty when it would be moved further ahead than a whole bucket needs.
///
/// No row when the bucket is empty, and then nothing has changed: who is sent away does not wait longer for it.
package struct TakeToken: Statement {
    let limit: RateLimit
    let subject: [UInt8]
    let moment: Instant

    /// - Parameter subject: SHA-256 of who is limited.
    package init(_ limit: RateLimit, of subject: [UInt8], at moment: Instant) {
        self.limit = limit
        self.subject = subject
        self.moment = moment
    }

    package var sql: SQL {
        """
        INSERT INTO rate_limits AS r (action, subject, full_at)
        VALUES (\(limit.action), \(subject), \(moment) + make_interval(secs => \(limit.secondsPerToken)))
        ON CONFLICT (action, subject) DO UPDATE
           SET full_at = greatest(r.full_at, \(moment)) + make_interval(secs => \(limit.secondsPerToken))
         WHERE greatest(r.full_at, \(moment)) + make_interval(secs => \(limit.secondsPerToken))
               <= \(moment) + make_interval(secs => \(limit.capacity))
        RETURNING full_at
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Instant {
        try row.decode(as: Instant.self)
    }
}

/// In how many seconds an empty bucket has its next token; at least 1.
package struct SecondsToToken: Statement {
    let limit: RateLimit
    let subject: [UInt8]
    let moment: Instant

    package init(_ limit: RateLimit, of subject: [UInt8], at moment: Instant) {
        self.limit = limit
        self.subject = subject
        self.moment = moment
    }

    package var sql: SQL {
        """
        SELECT greatest(1, ceil(extract(epoch FROM full_at - \(moment)) - \(limit.capacity - limit.secondsPerToken)))::bigint
          FROM rate_limits
         WHERE action = \(limit.action) AND subject = \(subject)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 {
        try row.decode(as: Int64.self)
    }
}

/// Forgets a few buckets that are full, and are therefore like new ones.
package struct ForgetRateLimits: Command {
    let moment: Instant

    package init(at moment: Instant) {
        self.moment = moment
    }

    package var sql: SQL {
        """
        DELETE FROM rate_limits r
         USING (SELECT action, subject FROM rate_limits WHERE full_at <= \(moment) ORDER BY full_at LIMIT 20 FOR UPDATE SKIP LOCKED) old
         WHERE r.action = old.action AND r.subject = old.subject
        """
    }
}
