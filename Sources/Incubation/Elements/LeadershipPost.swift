package import Values

/// A post in the leadership team (领袖团队), held by one person for a term.
package struct LeadershipPost: Hashable, Sendable {
    package var post: PostKind
    /// nil for a person who was erased or is not to be shown.
    package var personName: String?
    package var chosenBy: SelectionMethod
    package var termBegan: Day
    /// The last day of the term by the charter.
    package var termEnds: Day?
    /// The day the person left the post early or late; nil while holding it.
    package var left: Day?

    package init(post: PostKind, personName: String?, chosenBy: SelectionMethod, termBegan: Day, termEnds: Day? = nil, left: Day? = nil) {
        self.post = post
        self.personName = personName
        self.chosenBy = chosenBy
        self.termBegan = termBegan
        self.termEnds = termEnds
        self.left = left
    }
}

/// What a leader is responsible for.
package enum PostKind: String, CaseIterable, Hashable, Sendable {
    /// 会长, 理事长 or 队长.
    case chair
    case viceChair
    case secretary
    case treasurer
    /// 监事.
    case supervisor
    case councilMember
    case coreMember

    /// Whether an organization needs the post filled: chair, a vice chair or secretary, treasurer, supervisor.
    package var isKey: Bool {
        switch self {
        case .chair, .viceChair, .secretary, .treasurer, .supervisor: true
        case .councilMember, .coreMember: false
        }
    }
}

/// How a leader came to the post.
package enum SelectionMethod: String, CaseIterable, Hashable, Sendable {
    /// 选举.
    case elected
    /// 推荐.
    case recommended
    case appointed
    case unknown
}
