import HTTPSupport
import Hummingbird
import Tabular
import Values
import Workflow

/// The form by which a table comes in.
struct ImportStartView: PageView {
    static let template = "import-start"

    struct Kind: Sendable {
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

    init(_ fault: FieldFault?, kind: ImportKind?, _ w: Words) {
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
    }
}

/// A table that was tried or taken over: which of its columns are read, what would come of it, what is wrong.
struct ImportView: PageView {
    static let template = "import"

    struct Column: Sendable {
        let id: String
        let label: String
        let explanation: String
        let isRequired: Bool
        let options: [OptionView]
    }

    struct Row: Sendable {
        let row: String
        let column: String
        let value: String
        let message: String
        let remedy: String
        let severity: ChipView
    }

    struct Count: Sendable {
        let label: String
        let count: String
    }

    let title: String
    let address: String
    let fileName: String
    let outcome: String
    let tone: String
    let counts: [Count]
    let columns: [Column]
    let header: [String]
    let sample: [SampleRow]
    let findings: [Row]
    let hasFindings: Bool
    let more: String?
    let csv: String
    let isOpen: Bool
    let canApply: Bool
    let canSkip: Bool
    let list: LinkView

    struct SampleRow: Sendable {
        let cells: [String]
    }

    init(_ upload: Upload, _ findings: [Finding], _ w: Words) {
        let words = Catalogue.imports
        title = w(words.tableTitle(upload.kind.words))
        address = "\(SitePart.imports.path)/\(upload.token)"
        fileName = upload.fileName
        let report = upload.report
        let isSound = (report?.errors ?? 1) == 0
        isOpen = report?.outcome != .applied
        canApply = isOpen && isSound && (report?.rowsRead ?? 0) > 0
        canSkip = isOpen && !isSound && (report?.rowsRead ?? 0) > (report?.rowsRejected ?? 0)
        (outcome, tone) = Self.outcome(report, w)
        counts = report.map { Self.counts($0, w) } ?? []
        columns = upload.kind.schema.columns.map { column in
            let chosen = upload.columns[column.name]
            return Column(
                id: "column-\(column.name)", label: w(column.label), explanation: w(column.explanation), isRequired: column.required,
                options: [OptionView(value: "", label: w(words.notRead), isChosen: chosen == nil)]
                    + upload.header.filter { !$0.isEmpty }.map { OptionView(value: $0, label: $0, isChosen: $0 == chosen) })
        }
        header = upload.header
        sample = upload.sample.map { SampleRow(cells: $0) }
        self.findings = findings.map { Row($0, w) }
        hasFindings = !findings.isEmpty
        let rest = (report.map { $0.errors + $0.warnings } ?? 0) - Int64(findings.count)
        more = rest > 0 ? w(words.moreFindings(Int(rest))) : nil
        csv = address + "/findings.csv"
        list = LinkView(label: w(words.seeOrganizations), address: SitePart.organizations.path)
    }

    private static func outcome(_ report: ImportReport?, _ w: Words) -> (String, String) {
        guard let report else { return (w(Catalogue.imports.notTried), "plain") }
        return switch report.outcome {
        case .applied: (w(Catalogue.imports.applied), "good")
        case .rehearsed: (w(Catalogue.imports.rehearsed), "good")
        case .refused: (w(Catalogue.imports.refused(Int(report.errors))), "bad")
        }
    }

    private static func counts(_ report: ImportReport, _ w: Words) -> [Count] {
        let words = Catalogue.imports
        var all: [(BilingualText, Int64)] = [
            (words.rowsRead, report.rowsRead), (words.rowsRejected, report.rowsRejected), (words.errors, report.errors),
            (words.warnings, report.warnings), (words.passedOver, report.passedOver),
        ]
        if report.outcome == .applied {
            all += [
                (words.rowsInserted, report.rowsInserted), (words.rowsChanged, report.rowsChanged),
                (words.rowsUnchanged, report.rowsUnchanged),
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
