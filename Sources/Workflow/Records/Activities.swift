import Access
package import Incubation
import Store
import Values

/// Lists an organization's activities, the newest first.
package struct ListActivities: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, page: PageRequest, as caller: Caller) async throws -> Page<Activity> {
        let after = try page.key(ActivityKey.init(cursor:))
        return try await registry.reading(.listActivities, of: .organization(number), as: caller) { transaction in
            let rows = try await transaction.all(SelectActivities(of: number, after: after, limit: page.size + 1), of: number)
            return Page(reading: rows, size: page.size, cursor: \.key.cursor).map(\.activity)
        }
    }
}

extension ActivityKey {
    /// Reads `2013-12-31.42`.
    init?(cursor: String) {
        let parts = cursor.split(separator: ".")
        guard parts.count == 2, let day = Day(iso: parts[0]), let entry = Int64(parts[1]) else { return nil }
        self.init(heldOn: day, entry: entry)
    }

    var cursor: String { "\(heldOn).\(entry)" }
}

/// Writes down an activity.
package struct RecordActivity: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ activity: Activity, as caller: Caller) async throws -> Activity {
        let command = InsertActivity(activity, for: number, recordedOn: registry.today)
        return try await registry.append(.recordActivity, command, .activity, to: number, as: caller) {
            try registry.refuseFuture(activity.heldOn, field: "heldOn")
            try FieldRules.refuseText(activity.title, field: "title")
            try FieldRules.refuseNegative(activity.participants, field: "participants")
            try FieldRules.refuseNegative(activity.volunteers, field: "volunteers")
            try FieldRules.refuseNegative(activity.volunteerHours, field: "volunteerHours")
        } then: { _ in
            activity
        }
    }
}
