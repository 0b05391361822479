import Access
import Postgres
package import Store

/// What a walk along the chains of audit events came to.
package struct AuditVerification: Hashable, Sendable {
    /// How many events are whole, up to the first fault.
    package let events: Int64
    /// The last event of every chain that is whole.
    package let ends: [AuditHead]
    /// The first fault; nil when everything is as it was recorded.
    package let fault: AuditFault?
}

/// Walks the chains of audit events from their beginnings to their ends, in memory that does not grow with them.
package struct VerifyAudit: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter checkpoint: ends of chains as they were once. Without it nobody can tell that a chain was written anew from some event
    ///   on, or lost its last events together with its head.
    package func callAsFunction(against checkpoint: [AuditHead] = [], as caller: Caller) async throws -> AuditVerification {
        let (verifier, fault) = try await registry.longReading(.verifyAudit, of: .nation, as: caller) {
            try await $0.verifyAudit(against: checkpoint)
        }
        return AuditVerification(events: verifier.events, ends: verifier.ends, fault: fault)
    }
}
