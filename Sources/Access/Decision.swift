package import Values

/// Who asks, as far as permission depends on it.
package enum Requester: Hashable, Sendable {
    /// Not signed in.
    case visitor
    /// The person at the machine that the register runs on.
    case `operator`
    /// Somebody signed in, with what they hold.
    case account(holdings: [Holding], isTwoFactor: Bool)
}

/// The answer to whether somebody may do something somewhere.
package enum Decision: Hashable, Sendable {
    /// The records that may be reached in doing it; nil for nothing but what is public.
    case permitted(Scope?)
    case denied(Denial)
    /// The organization's area must be known first.
    case needsArea
}

/// Why somebody may not.
package enum Denial: Hashable, Sendable {
    /// Nobody is signed in, and somebody might.
    case signInNeeded
    /// A role that would do counts only with a second factor.
    case secondFactorNeeded
    case notPermitted
}

extension UseCase {
    /// Whether somebody may do this on that day with records at that place: everything that is not permitted is denied.
    ///
    /// The scope given is that of the one role by which it is permitted, of several the widest, and nothing beyond it is reached.
    package func decide(for requester: Requester, at place: Place, on day: Day) -> Decision {
        switch requester {
        case .operator where permission.isForOperator: .permitted(.nation)
        case .operator: .denied(.notPermitted)
        case .visitor: permission.minimum == .everybody ? .permitted(nil) : .denied(.signInNeeded)
        case .account(let holdings, let isTwoFactor): decide(by: holdings.filter { $0.isHeld(on: day) }, isTwoFactor, at: place)
        }
    }

    private func decide(by holdings: [Holding], _ isTwoFactor: Bool, at place: Place) -> Decision {
        let permission = permission
        let answers = holdings.filter { permission.roles.contains($0.role) }.sorted { $0.scope.narrowness < $1.scope.narrowness }
            .map { ($0, covers: $0.scope.covers(place)) }
        let effective = answers.filter { isTwoFactor || !$0.0.role.needsTwoFactors }
        if let widest = effective.first(where: { $0.covers == true }) { return .permitted(widest.0.scope) }
        if effective.contains(where: { $0.covers == nil }) { return .needsArea }
        if permission.minimum != .role { return .permitted(nil) }
        return .denied(answers.contains { $0.covers != false } ? .secondFactorNeeded : .notPermitted)
    }
}
