import Locks

/// Keeps whoever has not signed in from copying the register at the speed of the machine: a bucket of requests for each address.
///
/// The buckets are in memory. What is forgotten with the process is only who asked how much, and the limits on guessing, which a restart
/// must not lift, are kept in the database.
final class VisitorLimit: Sendable {
    private struct Bucket {
        var requests: Double
        var moment: ContinuousClock.Instant
    }

    /// So many addresses are remembered; beyond it, those whose buckets have filled again are forgotten.
    private static let addresses = 20_000

    private let burst: Double
    private let pause: Duration
    private let buckets = Guarded<[String: Bucket]>([:])

    /// - Parameters:
    ///   - burst: requests that may come at once, above 0.
    ///   - pause: how long it takes until there is a further one, above 0.
    init(burst: Int, pause: Duration) {
        self.burst = Double(burst)
        self.pause = pause
    }

    /// Takes a request out of an address's bucket.
    ///
    /// - Returns: nil when there was one, or after how many seconds there is.
    func take(_ address: String, at now: ContinuousClock.Instant) -> Int? {
        buckets.withLock { buckets in
            if buckets[address] == nil, buckets.count >= Self.addresses { forget(&buckets, now) }
            var bucket = buckets[address] ?? Bucket(requests: burst, moment: now)
            bucket.requests = filled(bucket, now)
            bucket.moment = now
            defer { buckets[address] = bucket }
            guard bucket.requests >= 1 else { return Int(((1 - bucket.requests) * (pause / .seconds(1))).rounded(.up)) }
            bucket.requests -= 1
            return nil
        }
    }

    private func filled(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
        min(burst, bucket.requests + max(0, (now - bucket.moment) / pause))
    }

    /// Where more addresses than that ask at the same time, nobody's bucket tells of them; the number of requests at once still bounds them.
    private func forget(_ buckets: inout [String: Bucket], _ now: ContinuousClock.Instant) {
        buckets = buckets.filter { filled($0.value, now) < burst }
        if buckets.count >= Self.addresses { buckets = [:] }
    }
}
