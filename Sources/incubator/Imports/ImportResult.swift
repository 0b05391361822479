import Store
import Values
import Workflow

/// How the import of one table ended, as it is printed.
struct ImportResult: Presentable {
    let name: String
    let kind: ImportKind
    /// Nil when the very same table had been imported before and was passed over.
    let report: ImportReport?

    static let columns: [Column<ImportResult>] = [
        Column("file", "文件", "file") { .text($0.name) },
        Column("kind", "种类", "kind") { .text($0.kind.rawValue) },
        Column("outcome", "结果", "outcome") { .text($0.report?.outcome.rawValue ?? "skipped") },
        Column("read", "读入", "read") { count($0.report?.counts.read) },
        Column("new", "新增", "new") { count($0.report?.counts.inserted) },
        Column("changed", "变更", "changed") { count($0.report?.counts.changed) },
        Column("unchanged", "未变", "unchanged") { count($0.report?.counts.unchanged) },
        Column("rejected", "拒绝", "rejected") { count($0.report?.counts.rejected) },
        Column("errors", "错误", "errors") { count($0.report?.errors) },
        Column("warnings", "提醒", "warnings") { count($0.report?.warnings) },
        Column("passedOver", "跳过", "passed over") { count($0.report?.passedOver) },
        Column("resumed", "续传", "resumed") { .yesNo($0.report?.wasResumed ?? false) },
    ]

    private static func count(_ number: Int64?) -> FieldValue { .integer(number ?? 0) }

    var isRefused: Bool { report?.outcome == .refused }

    /// The result in one line.
    var sentence: BilingualText {
        guard let report else {
            return BilingualText(zh: "\(name)（\(kind.rawValue)）：此前已导入，跳过", en: "\(name) (\(kind.rawValue)): imported before, passed over")
        }
        let counts = report.counts
        func n(_ number: Int64) -> String { Grouping.digits(number) }
        let zh =
            "读入 \(n(counts.read)) 行，新增 \(n(counts.inserted))，变更 \(n(counts.changed))，未变 \(n(counts.unchanged))，"
            + "拒绝 \(n(counts.rejected))，提醒 \(n(report.warnings))"
        let en =
            "\(n(counts.read)) rows read, \(n(counts.inserted)) new, \(n(counts.changed)) changed, \(n(counts.unchanged)) unchanged, "
            + "\(n(counts.rejected)) rejected, \(n(report.warnings)) warnings"
        let outcome =
            switch report.outcome {
            case .applied: BilingualText(zh: "", en: "")
            case .refused: BilingualText(zh: "未导入；", en: "not imported; ")
            case .rehearsed: BilingualText(zh: "试运行，未写入；", en: "dry run, nothing written; ")
            }
        let resumed = report.wasResumed ? ("从中断处继续；", "gone on where it was cut short; ") : ("", "")
        return BilingualText(
            zh: "\(name)（\(kind.rawValue)）：\(resumed.0)\(outcome.zh)\(zh)",
            en: "\(name) (\(kind.rawValue)): \(resumed.1)\(outcome.en)\(en)")
    }
}
