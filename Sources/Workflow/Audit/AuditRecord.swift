import Access
import Store
package import Values

/// An event of the audit trail, for people to read.
package struct AuditRecord: Hashable, Sendable {
    /// nil for the chain of acts that belong to no single district.
    package let district: District?
    package let sequence: Int64
    package let occurredAt: Instant
    /// Stable names, see `Act`, ``Refusal/Subject`` and ``Refusal/slug``.
    package let act: String
    package let caller: String
    package let subject: String
    package let subjectKey: String?
    package let versionBefore: Int64?
    package let versionAfter: Int64?
    package let refusal: String?
    /// What it was for, and how many rows it showed or removed, where that is what matters.
    package let purpose: String?
    package let rowCount: Int64?

    init(_ event: AuditEvent) {
        (district, sequence, occurredAt) = (District(rawValue: event.chain.rawValue), event.sequence, event.occurredAt)
        (act, caller, subject) = (event.entry.act, event.entry.caller, event.entry.subject)
        (subjectKey, refusal) = (event.entry.subjectKey, event.entry.refusal)
        (purpose, rowCount) = (event.entry.purpose, event.entry.rowCount)
        (versionBefore, versionAfter) = (event.entry.versionBefore, event.entry.versionAfter)
    }
}

/// What auditors look for among the events.
package enum AuditQuestion: String, CaseIterable, Hashable, Sendable {
    /// What was tried and not allowed.
    case refused
    /// To whom people's data was shown unmasked, and what for.
    case disclosed

    var acts: [Act] { self == .disclosed ? [.viewPeople, .exportPeople] : [] }
}

/// Lists the newest events of one chain first, as people look for them.
package struct BrowseAudit: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - district: nil for acts that belong to no single district.
    ///   - subjectKey: only events about the record of that number.
    ///   - question: only events that answer it.
    package func callAsFunction(
        of district: District?, about subjectKey: String? = nil, question: AuditQuestion? = nil, page: PageRequest, as caller: Caller
    ) async throws -> Page<AuditRecord> {
        let before = try page.key { Int64($0) }
        let admission = try await registry.admit(caller, to: .reading(.listAuditEvents), at: .anywhere)
        let rows = try await registry.all(
            SelectNewestAuditEvents(
                of: AuditChain(district), about: subjectKey, isRefused: question == .refused,
                acts: (question?.acts ?? []).map(\.rawValue), before: before ?? .max, limit: page.size + 1), as: admission)
        return Page(reading: rows.map(AuditRecord.init), size: page.size) { String($0.sequence) }
    }
}
