extension CaseStage {
    /// What has been done once a case is at this stage; what else waits and ends with the case need not be done any more at its end.
    package var settles: [PendingKind] {
        switch self {
        case .opened: []
        case .admitted, .incubating, .graduated: [.incubationReply, .supplementNotice, .supplement, .publicity]
        // To be told no is an answer as well; what was missing stayed missing.
        case .exited: [.incubationReply]
        }
    }

    /// Whether nothing follows.
    package var isEnd: Bool {
        switch self {
        case .opened, .admitted, .incubating: false
        case .graduated, .exited: true
        }
    }
}
