import Access
import Appraisal
import Incubation
import Values
import Workflow

/// Organizations without a flag that were drawn for a visit.
struct VisitSampleView: PageView {
    static let template = "visit-sample"

    struct Row: Encodable, Sendable {
        let name: String
        let number: String
        let address: String
        let intervene: String?
    }

    let title: String
    let area: AreaFieldView
    let back: String
    let asOf: String?
    let rows: [Row]
    let isEmpty: Bool

    init(_ choice: AreaChoice, _ drawn: (run: AssessmentRun, visits: [DrawnVisit])?, _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.flags.sample)
        area = AreaFieldView(choice, typed: visit.query.text("area"), visit)
        back = FlagPages.path
        asOf = drawn.map { w($0.run.asOf) }
        let isOffered = visit.mayDo(.act(.recordIntervention))
        rows = (drawn?.visits ?? []).map { found in
            let address = OrganizationPages.address(of: found.organization)
            let pairs = [("reason", Intervention.Reason.sample.rawValue), ("run", String(drawn?.run.run ?? 0))]
            return Row(
                name: w.language == .english ? found.englishName ?? found.name : found.name, number: found.organization.description,
                address: address, intervene: isOffered ? PageAddress.of(address + InterventionForm.place, pairs) : nil)
        }
        isEmpty = rows.isEmpty
    }
}
