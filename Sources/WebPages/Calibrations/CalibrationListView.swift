import Access
import Appraisal
import Incubation
import Values
import Workflow

/// The calibrations, the newest first.
struct CalibrationListView: PageView {
    static let template = "calibrations"

    struct Row: Encodable, Sendable {
        let number: String
        let address: String
        let area: String
        let stage: String
        let state: ChipView
        let exits: String
        let asOf: String
        let author: String
    }

    let title: String
    let propose: String?
    let rows: [Row]
    let isEmpty: Bool
    let paging: PagingView
    let modelCard: String

    init(_ found: Page<CalibrationProposal>, _ places: [AreaCode: AreaInPlace], today: Day, _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.calibrations.title)
        propose = visit.mayDo(.act(.proposeCalibration)) ? CalibrationPages.newPath : nil
        rows = found.items.map { Row($0.row, places, today: today, w) }
        isEmpty = rows.isEmpty
        paging = PagingView(next: found.next, visit)
        modelCard = ModelCardPages.path
    }
}

extension CalibrationListView.Row {
    fileprivate init(_ row: CalibrationRecord, _ places: [AreaCode: AreaInPlace], today: Day, _ w: Words) {
        (number, address) = (String(row.number), CalibrationPages.address(of: row.number))
        area = row.place(places, w)
        stage = row.stageWords.map { w($0) } ?? row.stage
        state = ChipView(row, today: today, w)
        (exits, asOf, author) = (w(row.exits), w(row.asOf), w(person: row.author))
    }
}

extension CalibrationRecord {
    /// Where it was learned and where it is used.
    func place(_ places: [AreaCode: AreaInPlace], _ w: Words) -> String {
        area.map { code in places[code].map { w($0) } ?? code.text } ?? w(Catalogue.calibrations.wholeRegister)
    }

    var stageWords: BilingualText? { CalibrationStage(rawValue: stage)?.words }
}

extension ChipView {
    /// Whether a calibration is used on a day.
    init(_ row: CalibrationRecord, today: Day, _ w: Words) {
        let words = Catalogue.calibrations
        let (tone, label) =
            if row.approver == nil {
                ("watch", words.awaits)
            } else if row.validFrom.map({ $0 > today }) ?? true {
                ("plain", words.notYet)
            } else if row.validThrough.map({ $0 < today }) ?? false {
                ("ended", words.over)
            } else {
                ("good", words.inForce)
            }
        self.init(tone: tone, label: w(label))
    }
}
