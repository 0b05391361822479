/// What is sent before the first statement of a transaction.
struct TransactionOpening {
    var isolation: Isolation?
    var access: Access
    var deadline: ContinuousClock.Instant?

    /// BEGIN, and the settings that the transaction begins with.
    func statements(under context: SessionContext) -> [SQL] {
        let mode = isolation.map { " ISOLATION LEVEL \($0.rawValue)" } ?? ""
        var settings = context
        if let deadline {
            // The client stops a late statement itself; this stops it also when the client is gone.
            settings["statement_timeout"] = String((deadline - .now).wholeMilliseconds)
        }
        return [SQL(trusted: "BEGIN\(mode) \(access.rawValue)")] + (settings.statement.map { [$0] } ?? [])
    }
}
