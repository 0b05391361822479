import Crypto
import Postgres
import Store

extension Registry {
    /// Takes a token out of each bucket, all of them or none.
    ///
    /// - Throws: ``Refusal/tooManyAttempts(seconds:)`` when one of them is empty.
    func take(_ buckets: [(limit: RateLimit, subject: [UInt8])]) async throws {
        let now = now()
        try await noting { transaction in
            for (limit, subject) in buckets {
                if try await transaction.first(TakeToken(limit, of: subject, at: now)) != nil { continue }
                let seconds = try await transaction.first(SecondsToToken(limit, of: subject, at: now))
                throw Refusal.tooManyAttempts(seconds: Int(clamping: seconds ?? limit.secondsPerToken))
            }
            try await transaction.run(ForgetRateLimits(at: now))
        }
    }
}

extension RateLimit {
    /// As whom a bucket knows an address, a login or an account: by its SHA-256.
    static func subject(_ text: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8)))
    }
}
