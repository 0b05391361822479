import Incubation
import Values
import Workflow

/// Everything that the organization's page shows, as far as its reader may see it.
struct OrganizationDossier: Sendable {
    let file: OrganizationFile
    let elements: FourElements
    let incubationCase: IncubationCase?
    /// The newest first.
    let decisions: [CaseDecision]
    /// What waits, the most overdue first.
    let pending: [PendingLine]
    let mentors: [MentorAssignment]
    let accounts: [YearlyAccounts]
    let activities: Page<Activity>?
    let reports: [AnnualReport]
    let explanation: AssessmentExplanation?
    let trend: [TrendPoint]
    let distribution: EstimateDistribution?
    let nearDuplicates: [CommunityOrganization]
    let places: [AreaCode: AreaInPlace]
    let today: Day

    /// How many activities are shown.
    private static let activitiesShown = 8
    private static let pendingShown = 20

    init(_ number: OrganizationNumber, in registry: Registry, as caller: Caller) async throws {
        file = try await ShowOrganization(registry: registry)(number, as: caller)
        elements = try await ShowElements(registry: registry)(number, as: caller)
        incubationCase = try await permitted { try await ShowCase(registry: registry)(number, as: caller) }
        decisions = try await permitted { try await ListDecisions(registry: registry)(number, as: caller) } ?? []
        pending =
            try await permitted {
                try await ListPending(registry: registry)(
                    PendingFilter(organization: number), page: PageRequest(size: Self.pendingShown), as: caller)
            }?.items ?? []
        mentors = try await permitted { try await ListMentors(registry: registry)(number, as: caller) } ?? []
        accounts = try await permitted { try await ListAccounts(registry: registry)(number, as: caller) } ?? []
        activities = try await permitted {
            try await ListActivities(registry: registry)(number, page: PageRequest(size: Self.activitiesShown), as: caller)
        }
        reports = try await permitted { try await ListReports(registry: registry)(number, as: caller) } ?? []
        explanation = try await permitted { try await ExplainAssessment(registry: registry)(number, run: nil, as: caller) }
        trend = try await permitted { try await ShowTrend(registry: registry)(number, as: caller) } ?? []
        if let run = explanation?.assessment.run {
            distribution = try await permitted { try await ShowDistribution(registry: registry)(of: number, run: run, as: caller) }
        } else {
            distribution = nil
        }
        nearDuplicates = try await permitted { try await ListNearDuplicates(registry: registry)(number, as: caller) } ?? []
        let codes = Set(
            [file.organization.particulars.area] + file.serviceAreas + elements.boundaries.flatMap(\.areas)
                + pending.compactMap(\.item.owner.area))
        places = try await LocateAreas(registry: registry)(codes, as: caller)
        today = registry.today
    }

    /// Those whose words and tasks the pages show.
    var people: [String?] {
        decisions.flatMap { [$0.recommendation.by, $0.review?.by, $0.decision?.by] } + pending.map(\.item.owner.person)
    }

    /// Where an area lies; its code where nothing is known of it.
    func place(_ code: AreaCode, _ w: Words, isShort: Bool = true) -> String {
        places[code].map { w($0, isShort: isShort) } ?? code.text
    }
}
