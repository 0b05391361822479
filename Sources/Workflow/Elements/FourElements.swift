import Access
package import Incubation
import Postgres
import Store
import Values

/// The four elements of one organization with their history, the newest first.
package struct FourElements: Hashable, Sendable {
    package let leadership: [LeadershipPost]
    package let charters: [Charter]
    package let bodies: [GovernanceBody]
    package let meetings: [GovernanceMeeting]
    package let controls: [MoneyControls]
    package let boundaries: [ServiceBoundary]

    package init(
        leadership: [LeadershipPost], charters: [Charter], bodies: [GovernanceBody], meetings: [GovernanceMeeting],
        controls: [MoneyControls],
        boundaries: [ServiceBoundary]
    ) {
        self.leadership = leadership
        self.charters = charters
        self.bodies = bodies
        self.meetings = meetings
        self.controls = controls
        self.boundaries = boundaries
    }

    static func load(
        _ number: OrganizationNumber, _ extent: PeopleOpener.Extent, in transaction: PostgresTransaction, from safe: PeopleSafe
    ) async throws -> FourElements {
        let (organizations, posts, charters, bodies, meetings, controls, boundaries) = try await transaction.together(
            FindOrganization(number), SelectLeadershipPosts(of: number), SelectCharters(of: number), SelectGovernanceBodies(of: number),
            SelectGovernanceMeetings(of: number), SelectMoneyControls(of: number), SelectServiceBoundaries(of: number))
        guard let status = organizations.first?.legalStatus else { throw Refusal.notFound(.organization, number.description) }
        let opener = try await PeopleOpener(extent, opening: !posts.isEmpty, in: transaction, from: safe)
        return FourElements(
            leadership: try posts.map { try opener.post($0, of: status) }, charters: charters, bodies: bodies, meetings: meetings,
            controls: controls, boundaries: boundaries)
    }
}

/// Shows an organization's four elements.
package struct ShowElements: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> FourElements {
        try await registry.reading(.showElements, of: .organization(number), as: caller) { transaction in
            try await FourElements.load(number, .masked, in: transaction, from: registry.people)
        }
    }
}
