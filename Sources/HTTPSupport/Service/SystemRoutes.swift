package import Hummingbird

/// | Method | Path       | Does                                              | Who  |
/// |--------|------------|---------------------------------------------------|------|
/// | GET    | `/healthz` | the process is alive; asks nothing else           | all  |
/// | GET    | `/readyz`  | the closure is content: database there, migrated  | all  |
/// | GET    | `/metrics` | counts, durations and gauges as Prometheus text   | all  |
package struct SystemRoutes: Sendable {
    private let metrics: RequestMetrics
    private let readiness: @Sendable () async throws -> Void
    private let gauges: @Sendable () async -> [Gauge]

    /// - Parameters:
    ///   - readiness: throws the refusal that says why requests cannot be answered now.
    ///   - gauges: numbers of other parts, such as the connections of the pool.
    package init(
        metrics: RequestMetrics, readiness: @escaping @Sendable () async throws -> Void,
        gauges: @escaping @Sendable () async -> [Gauge] = { [] }
    ) {
        self.metrics = metrics
        self.readiness = readiness
        self.gauges = gauges
    }

    package func add(to router: Router<ServiceContext>) {
        router.get("/healthz") { _, _ in
            Response.json { json in json.object { $0.member("status", "alive") } }
        }
        router.get("/readyz") { [readiness] _, _ in
            try await readiness()
            return Response.json { json in json.object { $0.member("status", "ready") } }
        }
        router.get("/metrics") { [metrics, gauges] _, _ in
            let text = MetricsText(metrics, gauges: await gauges()).text
            return Response.data(Array(text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }
}
