import HTTPSupport
import Hummingbird
import Tabular
import Values
import Workflow

/// The form by which a table comes in.
struct ImportStartView: PageView {
    static let template = "import-start"

    struct Kind: Encodable, Sendable {
        let name: String
        let columns: String
        let required: String
    }

    let title: String
    let summary: ErrorSummaryView?
    let fileError: String?
    let kindError: String?
    let kinds: [OptionView]
    let limit: String
    let described: [Kind]
    /// Tells the form from the same form sent once more.
    let key: String
    let own: [Own]
    let hasOwn: Bool

    /// An import that the reader began before.
    struct Own: Encodable, Sendable {
        let name: String
        let address: String
        let kind: String
        let begun: String
        let standing: ChipView
        let rows: String
    }

    init(_ fault: FieldFault?, kind: ImportKind?, _ own: [ImportStatus], _ w: Words) {
        title = w(Catalogue.imports.title)
        summary = fault.map { ErrorSummaryView([$0], w) }
        fileError = fault?.field == "file" ? fault?.words : nil
        kindError = fault?.field == "kind" ? fault?.words : nil
        let offered = ImportKind.allCases.filter { $0 != .areas }
        kinds = offered.map { OptionView(value: $0.rawValue, label: w($0.words), isChosen: $0 == (kind ?? .organizations)) }
        limit = w(Catalogue.imports.fileHint(Request.largestUploadInMegabytes))
        described = offered.map { kind in
            let columns = kind.schema.columns
            let mark = w(Catalogue.frame.listMark)
            return Kind(
                name: w(kind.words), columns: columns.filter { !$0.required }.map { w($0.label) }.joined(separator: mark),
                required: columns.filter(\.required).map { w($0.label) }.joined(separator: mark))
        }
        key = FormKey.make()
        hasOwn = !own.isEmpty
        self.own = own.map { status in
            Own(
                name: status.fileName.isEmpty ? String(status.number) : status.fileName, address: ImportPages.address(of: status.number),
                kind: w(status.kind.words), begun: w(status.startedAt), standing: ChipView(status, w),
                rows: status.standing == .waiting ? "–" : status.rows(w))
        }
    }
}

extension ChipView {
    fileprivate init(_ status: ImportStatus, _ w: Words) {
        let tone =
            switch status.standing {
            case .waiting, .reading, .checking, .applying: "plain"
            case .interrupted: "watch"
            case .refused: "bad"
            case .applied, .rehearsed: "good"
            }
        self.init(tone: tone, label: w(status.standing.words))
    }
}

extension ImportStatus {
    /// How many rows are read, and of how many; nothing is said of rows before anybody has looked at one.
    fileprivate func rows(_ w: Words) -> String {
        let words = Catalogue.imports
        switch standing {
        case .waiting: return w(words.waitsForTurn)
        case .reading where rowsOfAll == nil && rowsRead == 0: return w(words.counting)
        case .reading, .checking, .applying, .interrupted: return w(words.rowsOfAll(rowsRead, rowsOfAll))
        case .applied, .refused, .rehearsed: return w(rowsRead)
        }
    }
}

/// A table that was tried or taken over: which of its columns are read, what would come of it, what is wrong.
struct ImportView: PageView {
    static let template = "import"

    struct Column: Encodable, Sendable {
        let id: String
        let label: String
        let explanation: String
        let isRequired: Bool
        let options: [OptionView]
    }

    struct Row: Encodable, Sendable {
        let row: String
        let column: String
        let value: String
        let message: String
        let remedy: String
        let severity: ChipView
    }

    struct Count: Encodable, Sendable {
        let label: String
        let count: String
    }

    let title: String
    let address: String
    let fileName: String
    let key: String
    let mappingKey: String
    let outcomeHeading: String
    let outcome: String
    let tone: String
    /// Nil when nobody is at it.
    let progress: Progress?
    let interruption: Interruption?
    let counts: [Count]
    let columns: [Column]
    let header: [String]
    let sample: [SampleRow]
    let hasSample: Bool
    let findings: [Row]
    let hasFindings: Bool
    let more: String?
    let csv: String
    let isOpen: Bool
    let canApply: Bool
    let canSkip: Bool
    /// Where the table is not kept any more, so that only the same file can go on.
    let isGone: Bool
    let list: LinkView?

    struct SampleRow: Encodable, Sendable {
        let cells: [String]
    }

    struct Progress: Encodable, Sendable {
        /// 0 to 100; nil while nobody knows.
        let percent: String?
        let words: String
    }

    struct Interruption: Encodable, Sendable {
        let number: String
        let reason: String?
        /// Whether the table is at hand, so that a press of a button goes on.
        let hasTable: Bool
        let limit: String
    }

    init(_ status: ImportStatus, _ upload: Upload?, _ findings: [Finding], _ w: Words) {
        let words = Catalogue.imports
        title = w(words.tableTitle(status.kind.words))
        address = ImportPages.address(of: status.number)
        (fileName, key, mappingKey) = (status.fileName, FormKey.make(), FormKey.make())
        outcomeHeading = w(
            status.isUnderWay ? words.progressHeading : status.isRehearsal ? words.trialHeading : words.outcomeHeading)
        (outcome, tone) = Self.outcome(status, w)
        progress =
            status.isUnderWay
            ? Progress(percent: status.standing == .waiting ? nil : status.percent.map { String($0) }, words: status.rows(w)) : nil
        interruption =
            status.standing == .interrupted
            ? Interruption(
                number: String(status.number), reason: status.reason.map { w(words.because($0)) }, hasTable: upload != nil,
                limit: w(words.fileHint(Request.largestUploadInMegabytes))) : nil
        counts = status.isUnderWay ? [] : Self.counts(status, w)
        let hasEnded = !status.isUnderWay && status.standing != .interrupted
        isOpen = hasEnded && upload != nil && status.standing != .applied
        let isSound = status.errors == 0
        canApply = isOpen && isSound && status.rowsRead > 0
        canSkip = isOpen && !isSound && status.rowsRead > status.rowsRejected
        isGone = hasEnded && upload == nil && status.standing != .applied
        list = status.standing == .applied ? LinkView(label: w(words.seeOrganizations), address: SitePart.organizations.path) : nil
        columns = upload.map { Self.columns($0, w) } ?? []
        header = upload?.table.header ?? []
        sample = upload?.table.sample.map { SampleRow(cells: $0) } ?? []
        hasSample = upload != nil
        self.findings = findings.map { Row($0, w) }
        hasFindings = !findings.isEmpty
        let rest = status.errors + status.warnings - Int64(findings.count)
        more = hasFindings && rest > 0 ? w(words.moreFindings(Int(rest))) : nil
        csv = address + "/findings.csv"
    }

    private static func columns(_ upload: Upload, _ w: Words) -> [Column] {
        upload.kind.schema.columns.map { column in
            let chosen = upload.columns[column.name]
            return Column(
                id: "column-\(column.name)", label: w(column.label), explanation: w(column.explanation), isRequired: column.required,
                options: [OptionView(value: "", label: w(Catalogue.imports.notRead), isChosen: chosen == nil)]
                    + upload.table.header.filter { !$0.isEmpty }.map { OptionView(value: $0, label: $0, isChosen: $0 == chosen) })
        }
    }

    private static func outcome(_ status: ImportStatus, _ w: Words) -> (String, String) {
        switch status.standing {
        case .waiting, .reading, .checking, .applying: (w(status.standing.words), "plain")
        case .interrupted: (w(Catalogue.imports.interrupted), "bad")
        case .applied: (w(Catalogue.imports.applied), "good")
        case .rehearsed: (w(Catalogue.imports.rehearsed), "good")
        case .refused: (w(Catalogue.imports.refused(Int(status.errors))), "bad")
        }
    }

    private static func counts(_ status: ImportStatus, _ w: Words) -> [Count] {
        let words = Catalogue.imports
        var all: [(BilingualText, Int64)] = [
            (words.rowsRead, status.rowsRead), (words.rowsRejected, status.rowsRejected), (words.errors, status.errors),
            (words.warnings, status.warnings), (words.passedOver, status.passedOver),
        ]
        if status.standing == .applied {
            all += [
                (words.rowsInserted, status.rowsInserted), (words.rowsChanged, status.rowsChanged),
                (words.rowsUnchanged, status.rowsUnchanged),
            ]
        }
        return all.map { Count(label: w($0.0), count: w($0.1)) }
    }
}

extension ImportView.Row {
    fileprivate init(_ finding: Finding, _ w: Words) {
        row = finding.row > 0 ? String(finding.row) : "–"
        column = finding.column ?? "–"
        (value, message, remedy) = (finding.value, w(finding.message), w(finding.remedy))
        severity =
            finding.severity == .error
            ? ChipView(tone: "bad", label: w(Catalogue.imports.error)) : ChipView(tone: "watch", label: w(Catalogue.imports.warning))
    }
}
