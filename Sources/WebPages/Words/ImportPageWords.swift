import Values
import Workflow

/// Imports in the browser.
struct ImportPageWords: Sendable {
    let title = both("导入表格", "Import a table")
    let lead = both(
        "先试运行，逐行指出问题和应当如何更正；确认以后才写入。同一张表导入两次不会重复登记。",
        "A table is tried first, and each problem is named with what would be right; nothing is written before you confirm. Importing a table twice records nothing twice."
    )
    let kind = both("表格内容", "What the rows are")
    let file = both("CSV 文件", "CSV file")
    let tryIt = both("上传并试运行", "Upload and try")
    let described = both("各类表格的列", "Columns of each kind of table")
    let required = both("必填", "Required")
    let others = both("选填", "Optional")
    let fileLabel = both("文件", "File")
    let trialHeading = both("试运行结果", "What came of the trial")
    let outcomeHeading = both("导入结果", "What came of it")
    let progressHeading = both("进展", "How far it is")
    let waitsForTurn = both("排队等候，轮到时自动开始。", "It waits for its turn and begins by itself.")
    let counting = both("正在清点表格的行数。", "The rows of the table are being counted.")
    let own = both("我的导入", "My imports")
    let begun = both("开始时间", "Begun")
    let standing = both("状态", "Standing")
    let underWay = both(
        "导入在后台进行，离开本页也不会停止；稍后可从“我的导入”回来查看。",
        "The import goes on by itself, also when you leave this page; you find it again under “My imports”.")
    let lookAgain = both("刷新进度", "Look again")
    let interrupted = both("已中断，没有写入任何数据。", "It was cut short; nothing was written.")
    let goOn = both("继续导入", "Go on with it")
    let sendAgain = both("重新上传同一文件，即从中断处继续。", "Send the same file again, and it goes on where it was cut short.")
    let gone = both(
        "上传的表格最多保留一小时。要更改列的对应或确认导入，请重新上传。",
        "A table that was sent is kept for an hour at most. To choose other columns, or to import it, send it again.")
    let mapping = both("列的对应", "Which column is which")
    let mappingHint = both(
        "按表头名称自动对应。不对的请在这里改选，然后重新试运行。", "Matched by the names in the first row. Choose others where that is wrong, and try again.")
    let notRead = both("不读取", "not read")
    let again = both("重新试运行", "Try again")
    let sample = both("表格的前几行", "The first rows")
    let findings = both("需要处理的行", "Rows to look at")
    let row = both("行", "Row")
    let column = both("列", "Column")
    let value = both("值", "Value")
    let message = both("问题", "What is wrong")
    let remedy = both("应当如何", "What would be right")
    let severity = both("程度", "Severity")
    let error = both("错误", "error")
    let warning = both("提醒", "warning")
    let download = both("下载全部问题（CSV）", "Download all (CSV)")
    let apply = both("确认导入", "Import")
    let applySkipping = both("跳过错误行导入", "Import without the wrong rows")
    let rehearsed = both("试运行通过：没有错误，还没有写入任何数据。", "The trial found no errors. Nothing is written yet.")
    let applied = both("已导入。", "Imported.")
    let rowsRead = both("读入行数", "Rows read")
    let rowsRejected = both("不能导入", "Rejected")
    let errors = both("错误", "Errors")
    let warnings = both("提醒", "Warnings")
    let passedOver = both("跳过", "Passed over")
    let rowsInserted = both("新增", "New")
    let rowsChanged = both("变更", "Changed")
    let rowsUnchanged = both("未变", "Unchanged")
    let seeOrganizations = both("查看组织", "See the organizations")
    let another = both("导入另一张表", "Import another table")

    func fileHint(_ megabytes: Int) -> BilingualText {
        both(
            "UTF-8 或 GB18030，逗号、分号或制表符分隔，首行为列名，不超过 \(megabytes) MB。更大的表请用命令行 incubator organization import。",
            "UTF-8 or GB18030, with commas, semicolons or tabs, names in the first row, up to \(megabytes) MB. Larger tables: incubator organization import."
        )
    }

    func tooLarge(_ megabytes: Int) -> BilingualText {
        both("文件超过 \(megabytes) MB。请分成几份，或用命令行导入。", "The file is larger than \(megabytes) MB. Send it in parts, or use the command line.")
    }

    func because(_ reason: BilingualText) -> BilingualText { both("原因：\(reason.zh)", "Why: \(reason.en)") }

    func otherFile(_ name: String) -> BilingualText {
        both("这不是被中断的那个文件“\(name)”。", "This is not the file that was cut short, “\(name)”.")
    }

    func rowsOfAll(_ rows: Int64, _ all: Int64?) -> BilingualText {
        guard let all else { return both("已读 \(rows) 行", "\(rows) rows read") }
        return both("已读 \(rows) / \(all) 行", "\(rows) of \(all) rows read")
    }

    func tableTitle(_ kind: BilingualText) -> BilingualText { both("导入：\(kind.zh)", "Import: \(kind.en)") }

    func refused(_ errors: Int) -> BilingualText {
        both("有 \(errors) 处错误，没有写入任何数据。", "\(errors) errors; nothing was written.")
    }

    func moreFindings(_ count: Int) -> BilingualText { both("另有 \(count) 条，请下载查看。", "\(count) more; download them to see all.") }
}

extension ImportKind {
    var words: BilingualText {
        switch self {
        case .areas: both("行政区划", "areas")
        case .organizations: both("组织名册", "organizations")
        case .statuses: both("法律状态变化", "legal statuses")
        case .accounts: both("年度账目", "yearly accounts")
        case .reports: both("年度报告", "annual reports")
        case .activities: both("活动记录", "activities")
        case .leadership: both("领袖团队任职", "leadership posts")
        case .charters: both("章程", "charters")
        case .bodies: both("治理机构", "governance bodies")
        case .meetings: both("会议", "meetings")
        case .controls: both("资金管理", "money controls")
        case .boundaries: both("服务边界", "service boundaries")
        case .cases: both("孵化案卷", "incubation cases")
        case .mentors: both("导师安排", "mentors")
        case .observations: both("指标观测", "observations")
        }
    }
}
