/// Who may hash a password now, who waits, and who is sent away: a few at once, because each takes 32 MiB and a core.
struct HashingLine<Ticket: Hashable> {
    enum Answer: Hashable {
        case begin
        case wait
        /// The line is too long.
        case leave
    }

    private let places: Int
    private let longest: Int
    private(set) var working = 0
    private(set) var waiting: [Ticket] = []

    /// - Parameters:
    ///   - places: how many are hashed at once.
    ///   - longest: how many may wait.
    init(places: Int, longest: Int) {
        self.places = places
        self.longest = longest
    }

    mutating func arrive(_ ticket: Ticket) -> Answer {
        if working < places {
            working += 1
            return .begin
        }
        guard waiting.count < longest else { return .leave }
        waiting.append(ticket)
        return .wait
    }

    /// Somebody is done.
    ///
    /// - Returns: who begins now; nil when nobody waits.
    mutating func finish() -> Ticket? {
        if waiting.isEmpty {
            working -= 1
            return nil
        }
        return waiting.removeFirst()
    }

    /// Somebody does not want to wait any more.
    ///
    /// - Returns: whether the ticket was still waiting.
    mutating func giveUp(_ ticket: Ticket) -> Bool {
        guard let place = waiting.firstIndex(of: ticket) else { return false }
        waiting.remove(at: place)
        return true
    }
}
