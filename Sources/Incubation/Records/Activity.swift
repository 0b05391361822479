package import Values

/// Something an organization did (活动记录).
package struct Activity: Hashable, Sendable {
    package var heldOn: Day
    package var kind: ActivityKind
    package var title: String
    package var participants: Int32?
    package var volunteers: Int32?
    /// Whole hours given by volunteers together.
    package var volunteerHours: Int32?
    /// Whether it lay inside the service boundary; nil when nobody has said.
    package var insideBoundary: Bool?

    package init(
        heldOn: Day, kind: ActivityKind, title: String, participants: Int32? = nil, volunteers: Int32? = nil, volunteerHours: Int32? = nil,
        insideBoundary: Bool? = nil
    ) {
        self.heldOn = heldOn
        self.kind = kind
        self.title = title
        self.participants = participants
        self.volunteers = volunteers
        self.volunteerHours = volunteerHours
        self.insideBoundary = insideBoundary
    }
}

/// What kind of doing it was: the three tasks of the 6631 project, and what is neither.
package enum ActivityKind: String, CaseIterable, Hashable, Sendable {
    /// 访民情.
    case visit
    /// 做服务.
    case service
    /// 搞活动.
    case event
    /// A meeting, training or anything else.
    case other
}
