import Incubation
import Values
import Workflow

extension IncubationCase: Presentable {
    static let columns: [Column<IncubationCase>] = [
        Column("stage", "阶段", "stage") { .term($0.stage, \.words) },
        Column("stageSince", "进入日期", "since") { .day($0.stageSince) },
        Column("admittedOn", "入壳日期", "admitted on") { .day($0.admittedOn) },
        Column("version", "版本", "version") { .integer($0.version) },
        Column("history", "经过", "history") { .records($0.history.map { Record($0) }) },
    ]
}

extension CaseStep: Presentable {
    static let columns: [Column<CaseStep>] = [
        Column("stage", "阶段", "stage") { .term($0.stage, \.words) },
        Column("enteredOn", "进入日期", "entered on") { .day($0.enteredOn) },
        Column("reason", "理由", "reason") { .text($0.reason) },
    ]
}

extension MentorAssignment: Presentable {
    static let columns: [Column<MentorAssignment>] = [
        Column("mentorName", "导师", "mentor") { .text($0.mentorName) },
        Column("from", "开始日期", "from") { .day($0.from) },
        Column("until", "结束日期", "until") { .day($0.until) },
    ]
}
