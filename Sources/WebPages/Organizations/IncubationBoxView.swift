import Access
import Incubation
import Values
import Workflow

/// Where the case is and since when, as a line of stages.
struct IncubationBoxView: Encodable, Sendable {
    struct StageView: Encodable, Sendable {
        let label: String
        let day: String?
        let isDone: Bool
        let isCurrent: Bool
    }

    let stages: [StageView]
    let hasCase: Bool
    let since: String?
    let reason: String?
    let mentors: [String]
    /// The case's file; the form that opens a case where there is none.
    let form: LinkView?
    let process: String

    init(_ dossier: OrganizationDossier, _ path: String, _ visit: Visit) {
        let w = visit.w
        let found = dossier.incubationCase
        hasCase = found != nil
        let hasExited = found?.stage == .exited
        stages = CaseStage.allCases.filter { $0 != (hasExited ? .graduated : .exited) }.map { stage in
            let step = found?.history.last { $0.stage == stage }
            return StageView(
                label: w(stage.words), day: step.map { $0.enteredOn.iso }, isDone: step != nil && found?.stage != stage,
                isCurrent: found?.stage == stage)
        }
        since = found.map { w($0.stageSince) }
        reason = found?.history.last?.reason
        mentors = dossier.mentors.filter { $0.until.map { $0 >= dossier.today } ?? true }.map {
            $0.mentorName ?? w(Catalogue.terms.nameNotShown)
        }
        let words = Catalogue.organization
        let opening = LinkView(label: w(words.openCase), address: "\(path)\(CasePages.path)/new")
        let file = LinkView(label: w(Catalogue.decisions.caseTitle), address: path + CasePages.path)
        form = found == nil ? (visit.mayDo(.act(.openCase)) ? opening : nil) : file
        process = ProcessPages.path
    }
}

extension ChipView {
    init(_ stage: CaseStage, _ w: Words) {
        let tone =
            switch stage {
            case .opened, .admitted, .incubating: "plain"
            case .graduated: "good"
            case .exited: "ended"
            }
        self.init(tone: tone, label: w(stage.words))
    }
}
