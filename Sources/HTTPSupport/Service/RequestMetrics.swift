package import HTTPTypes
import Locks

/// Counts requests by route pattern, method and status, with a histogram of their durations.
///
/// Patterns, methods of the router and statuses are few, so the number of series has a bound that no client can move.
package final class RequestMetrics: Sendable {
    /// Upper bounds of the histogram in seconds.
    static let bounds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

    struct Series: Hashable, Comparable {
        let route: String
        let method: String
        let status: Int

        static func < (left: Series, right: Series) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    struct Tally {
        var count = 0
        var seconds = 0.0
        /// One for each bound; not yet cumulated.
        var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count)
    }

    private let tallies = Guarded<[Series: Tally]>([:])

    package init() {}

    package func record(method: HTTPRequest.Method, route: String, status: Int, duration: Duration) {
        let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]
        let series = Series(route: route, method: known.contains(method) ? method.rawValue : "other", status: status)
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
        let bucket = Self.bounds.firstIndex { seconds <= $0 }
        tallies.withLock { tallies in
            tallies[series, default: Tally()].count += 1
            tallies[series]?.seconds += seconds
            if let bucket { tallies[series]?.buckets[bucket] += 1 }
        }
    }

    func snapshot() -> [(series: Series, tally: Tally)] {
        tallies.withLock { $0.map { ($0.key, $0.value) } }.sorted { $0.0 < $1.0 }
    }
}
