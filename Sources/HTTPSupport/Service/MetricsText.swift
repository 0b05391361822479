/// A number that some part of the service reports about itself now.
package struct Gauge: Sendable {
    package let name: String
    package let help: String
    package let value: Double

    /// - Parameter name: letters, digits and underscores, with the unit at the end.
    package init(name: String, help: String, value: Double) {
        self.name = name
        self.help = help
        self.value = value
    }
}

/// Metrics in the text format of Prometheus, version 0.0.4.
struct MetricsText {
    private(set) var text = ""

    init(_ metrics: RequestMetrics, gauges: [Gauge]) {
        let snapshot = metrics.snapshot()
        text += "# HELP http_requests_total Requests answered.\n# TYPE http_requests_total counter\n"
        for (series, tally) in snapshot { text += "http_requests_total{\(Self.labels(series))} \(tally.count)\n" }
        text += "# HELP http_request_duration_seconds Time to make an answer.\n# TYPE http_request_duration_seconds histogram\n"
        for (series, tally) in snapshot { histogram(Self.labels(series), tally) }
        for gauge in gauges {
            text += "# HELP \(gauge.name) \(gauge.help)\n# TYPE \(gauge.name) gauge\n\(gauge.name) \(gauge.value)\n"
        }
    }

    private mutating func histogram(_ labels: String, _ tally: RequestMetrics.Tally) {
        var total = 0
        for (bound, count) in zip(RequestMetrics.bounds, tally.buckets) {
            total += count
            text += "http_request_duration_seconds_bucket{\(labels),le=\"\(bound)\"} \(total)\n"
        }
        text += "http_request_duration_seconds_bucket{\(labels),le=\"+Inf\"} \(tally.count)\n"
        text += "http_request_duration_seconds_sum{\(labels)} \(tally.seconds)\n"
        text += "http_request_duration_seconds_count{\(labels)} \(tally.count)\n"
    }

    private static func labels(_ series: RequestMetrics.Series) -> String {
        "method=\"\(series.method)\",route=\"\(series.route)\",status=\"\(series.status)\""
    }
}
