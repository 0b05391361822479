import Access
import Appraisal
import Incubation
import Values
import Workflow

/// Where those begin who work here: what stands out, and the ways to the daily jobs.
struct StaffHomeView: PageView {
    static let template = "home-staff"

    struct Count: Encodable, Sendable {
        let label: String
        let count: String
        let address: String
        let tone: String
    }

    let title: String
    let place: String
    let overview: String
    let asOf: String?
    let counts: [Count]
    let flagged: [FlaggedView.Row]
    let hasFlagged: Bool
    let flaggedPage: String
    let waiting: WaitingForCallerView
    /// Nobody whose job is to look at what was done has something waiting by rule, so there only what waits is shown.
    let showsWaiting: Bool
    let audit: AuditForCallerView?
    let stages: BarListView?
    let jobs: [LinkView]

    init(
        _ summary: AreaSummary?, _ found: FlaggedPage?, _ waiting: WaitingForCallerView, _ audit: AuditForCallerView?, _ visit: Visit
    ) {
        let (w, words) = (visit.w, Catalogue.home)
        title = w(words.workbench)
        let code = summary?.place?.area.code
        place = summary?.place.map { w($0.area) } ?? w(Catalogue.area.nation)
        overview = code.map { AreaPages.address(of: $0) } ?? SitePart.areas.path
        asOf = found.map { w($0.run.asOf) }
        let area = code.map { [(name: "area", value: $0.text)] } ?? []
        func flaggedWith(_ status: Status) -> Count {
            Count(
                label: w(status.words), count: w(summary?.statuses[status] ?? 0),
                address: PageAddress.of(SitePart.flagged.path, area + [("status", status.rawValue)]), tone: status.tone)
        }
        let incubating = (summary?.stages[.admitted] ?? 0) + (summary?.stages[.incubating] ?? 0)
        counts = [
            Count(
                label: w(words.organizations), count: w(summary?.organizations ?? 0),
                address: PageAddress.of(SitePart.organizations.path, area), tone: "plain"),
            Count(label: w(words.incubating), count: w(incubating), address: overview, tone: "plain"), flaggedWith(.unsustainable),
            flaggedWith(.watch), flaggedWith(.incomplete),
        ]
        flagged = found?.page.items.map { FlaggedView.Row($0, w) } ?? []
        hasFlagged = !flagged.isEmpty
        flaggedPage = PageAddress.of(SitePart.flagged.path, area)
        (self.waiting, self.audit) = (waiting, audit)
        showsWaiting = audit == nil || waiting.hasPending
        stages = summary.map { summary in
            BarListView(
                w(Catalogue.area.stages),
                CaseStage.allCases.map { stage in BarCount(label: w(stage.words), count: summary.stages[stage] ?? 0) }, w)
        }
        let all: [UseCaseLink] = [
            UseCaseLink(.act(.createOrganization), Catalogue.forms.newOrganization, "/organizations/new"),
            UseCaseLink(.act(.importTable), words.importTables, SitePart.imports.path),
            UseCaseLink(.reading(.summarizeArea), words.seeArea, overview),
            UseCaseLink(.reading(.listContracts), Catalogue.contracts.title, ContractPages.path),
            UseCaseLink(.reading(.showProcess), Catalogue.process.title, ProcessPages.path),
        ]
        jobs = all.filter { visit.mayDo($0.useCase) }.map { LinkView(label: w($0.words), address: $0.address) }
    }
}
