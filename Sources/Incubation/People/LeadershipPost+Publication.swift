extension LeadershipPost {
    /// Whether the holder's name is published by duty: that of the responsible persons (负责人) of a registered organization, as long as
    /// they are in office. Names of everybody else are shown masked.
    package func isPublished(of status: LegalStatus) -> Bool {
        left == nil && post.isPublished(of: status)
    }
}

extension PostKind {
    /// Whether the name of whoever holds the post now is published by duty.
    package func isPublished(of status: LegalStatus) -> Bool {
        switch self {
        case .chair, .viceChair, .secretary: status == .registered
        case .treasurer, .supervisor, .councilMember, .coreMember: false
        }
    }
}
