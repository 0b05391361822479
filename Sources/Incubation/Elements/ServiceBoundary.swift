package import Values

/// The service boundary (服务边界): what an organization does, for whom, up to where, in which form and in which area.
package struct ServiceBoundary: Hashable, Sendable {
    package var since: Day
    /// 服务内容.
    package var content: String?
    /// 服务对象.
    package var peopleServed: String?
    /// How many people that is, where counted.
    package var targetPopulation: Int32?
    /// 参与的边界: what it leaves to others.
    package var limits: String?
    /// 参与的形式.
    package var form: String?
    package var areas: [AreaCode]

    package init(
        since: Day, content: String? = nil, peopleServed: String? = nil, targetPopulation: Int32? = nil, limits: String? = nil,
        form: String? = nil,
        areas: [AreaCode] = []
    ) {
        self.since = since
        self.content = content
        self.peopleServed = peopleServed
        self.targetPopulation = targetPopulation
        self.limits = limits
        self.form = form
        self.areas = areas
    }
}

/// The four elements whose lack keeps community organizations from lasting.
package enum OrganizationalElement: String, CaseIterable, Hashable, Sendable {
    case leadershipTeam
    case activityCharter
    case governanceStructure
    case serviceBoundary
}
