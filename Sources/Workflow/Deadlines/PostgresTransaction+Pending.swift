import Incubation
import Postgres
import Store
import Values

/// What other use cases do to what waits, as a part of their own act and in its transaction: their event says that they did.
extension PostgresTransaction {
    /// Opens an item by the rule that is in force for the organization's area.
    ///
    /// - Parameters:
    ///   - start: from which the period counts; it does not count itself.
    ///   - owner: nil for whoever holds the rule's role where the organization lies.
    /// - Throws: ``Refusal/calendarMissing(year:)`` and ``Refusal/deadlineRuleMissing(_:)``: what cannot have a deadline is not begun.
    @discardableResult func openPending(
        _ kind: PendingKind, about organization: CommunityOrganization, from start: Day, for owner: PendingOwner? = nil, at moment: Instant,
        by caller: Caller
    ) async throws -> PendingItemNumber {
        let area = organization.particulars.area
        guard let rule = try await all(SelectDeadlineRules(of: kind)).inForce(in: area, on: start) else {
            throw Refusal.deadlineRuleMissing(kind)
        }
        let calendars = try await calendars(for: rule.terms.period, from: start)
        let days = try calendars.counting { calendar throws(CalendarMissing) in try rule.terms.days(from: start, by: calendar) }
        let opened = try await first(
            InsertPendingItem(
                by: rule, about: organization.number, in: area, for: owner ?? .role(rule.owner, in: area), days: days,
                calendars: calendars.names(from: start, to: days.dueOn), at: moment, caller: caller.name))
        guard let opened else { throw Refusal.notFound(.organization, organization.number.description) }
        return opened
    }

    /// Closes an item that waits.
    ///
    /// - Parameter what: `done` or `cancelled`.
    func closePending(_ item: PendingItem, as what: PendingStep.What, reason: String? = nil, at moment: Instant, by caller: Caller)
        async throws
    {
        let step = PendingStep(what: what, at: moment, caller: caller.name, owner: item.owner, reason: reason)
        if try await run(RecordPendingStep(step, of: item.number, version: item.version)) == 0 {
            throw Refusal.pendingItemClosed(item.number)
        }
    }

    /// Closes what a case has settled by getting to the stage that it is at now.
    func settlePending(of organization: OrganizationNumber, at moment: Instant, by caller: Caller) async throws {
        try await run(SettlePendingItems(of: organization, at: moment, caller: caller.name))
    }
}
