package import Values

/// An organization's way through incubation (孵化).
package struct IncubationCase: Hashable, Sendable {
    package var version: Int64
    /// Oldest first; never empty.
    package var history: [CaseStep]

    package init?(version: Int64, history: [CaseStep]) {
        guard !history.isEmpty else { return nil }
        self.version = version
        self.history = history
    }

    package var stage: CaseStage { history[history.count - 1].stage }
    package var stageSince: Day { history[history.count - 1].enteredOn }

    /// The day of admission, from which months in incubation count; nil before it.
    package var admittedOn: Day? {
        history.first { $0.stage == .admitted }?.enteredOn
    }
}

/// One step of a case.
package struct CaseStep: Hashable, Sendable {
    package let stage: CaseStage
    package let enteredOn: Day
    /// Why; shown to the organization.
    package let reason: String?

    package init(stage: CaseStage, enteredOn: Day, reason: String? = nil) {
        self.stage = stage
        self.enteredOn = enteredOn
        self.reason = reason
    }
}

/// The stages of incubation.
package enum CaseStage: String, CaseIterable, Hashable, Sendable {
    /// 已立项: the case is open, nothing decided.
    case opened
    /// 已入壳.
    case admitted
    /// 孵化中.
    case incubating
    /// 已出壳.
    case graduated
    /// 已退出.
    case exited
}
