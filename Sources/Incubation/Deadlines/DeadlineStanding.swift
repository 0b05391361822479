package import Values

/// What became of something that was to be done.
package enum PendingState: String, CaseIterable, Hashable, Sendable {
    case open
    /// It was not done in time and has gone to somebody higher; it still has to be done.
    case escalated
    case done
    /// It need not be done any more.
    case cancelled

    /// Whether it still has to be done.
    package var isWaiting: Bool {
        switch self {
        case .open, .escalated: true
        case .done, .cancelled: false
        }
    }
}

/// How something that waits stands to its deadline on a day.
package enum DeadlineStanding: String, CaseIterable, Hashable, Sendable {
    case inTime
    /// Its owner is to be reminded, or was.
    case remind
    case dueToday
    case overdue
    case escalated
}

extension DeadlineDays {
    /// How something with these days stands; nil when it does not wait any more.
    package func standing(in state: PendingState, on today: Day) -> DeadlineStanding? {
        switch state {
        case .done, .cancelled: nil
        case .escalated: .escalated
        case .open:
            if today > dueOn {
                .overdue
            } else if today == dueOn {
                .dueToday
            } else {
                today >= remindOn ? .remind : .inTime
            }
        }
    }

    /// What has to be done about something open on a day.
    ///
    /// Who was not reminded in time is not reminded afterwards: it escalates at once.
    package func nextAct(isReminded: Bool, on today: Day) -> DeadlineAct? {
        if today >= escalateOn { return .escalate }
        return today >= remindOn && !isReminded ? .remind : nil
    }
}

/// What time does to something that waits.
package enum DeadlineAct: String, CaseIterable, Hashable, Sendable {
    case remind
    case escalate
}
