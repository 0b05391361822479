import Incubation
import Values
import Workflow

extension Words {
    /// How long a deadline is: `10个工作日`, `10 working days`.
    func callAsFunction(_ period: Period) -> String {
        self(Catalogue.pending.period(period.amount, period.unit.words))
    }

    /// How a last day stands to today: how many days are left or over.
    func distance(from today: Day, to due: Day) -> String {
        let days = due.days(since: today)
        let words = Catalogue.pending
        return self(days < 0 ? words.over(-days) : days == 0 ? words.today : words.left(days))
    }

    /// Whom something waits for.
    func callAsFunction(_ owner: PendingOwner, _ places: [AreaCode: AreaInPlace]) -> String {
        switch owner {
        case .role(let role, let code): self(Catalogue.pending.owner(role.words, places[code].map { self($0.area) } ?? code.text))
        case .account(let number): self(person: "account-\(number)")
        }
    }
}

extension PendingOwner {
    /// Whom its words name, as records have them; nil for a role.
    var person: String? {
        if case .account(let number) = self { "account-\(number)" } else { nil }
    }

    /// The area that its words name.
    var area: AreaCode? {
        if case .role(_, let area) = self { area } else { nil }
    }
}

extension ChipView {
    init(_ standing: DeadlineStanding, _ w: Words) {
        let tone =
            switch standing {
            case .inTime: "plain"
            case .remind: "watch"
            case .dueToday: "watch"
            case .overdue, .escalated: "bad"
            }
        self.init(tone: tone, label: w(standing.words))
    }

    init(_ state: PendingState, _ w: Words) {
        let tone =
            switch state {
            case .open: "plain"
            case .escalated: "bad"
            case .done: "good"
            case .cancelled: "ended"
            }
        self.init(tone: tone, label: w(state.words))
    }
}
