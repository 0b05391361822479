import Incubation
import Values
import Workflow

extension PersonFile: Presentable {
    static let columns: [Column<PersonFile>] = [
        Column("organization", "组织编号", "organization") { .text($0.organization.description) },
        Column("person", "人员编号", "person") { .integer($0.person) },
        Column("name", "姓名", "name") { .text($0.name) },
        Column("posts", "职务", "posts") { .list($0.posts.map { .term($0, \.words) }) },
        Column("isMentor", "导师", "mentor", brief: false) { .yesNo($0.isMentor) },
        Column("contacts", "联系方式", "contacts") { .records($0.contacts.map { Record($0) }) },
        Column("state", "状态", "state") { .term($0.state, \.words) },
        Column("stateSince", "状态起始", "state since", brief: false) { .text($0.stateSince.rfc3339) },
        Column("basis", "依据", "basis", brief: false) { file in
            file.basis.map { basis in
                ErasureBasis(rawValue: basis).map { .term($0, \.words) } ?? .term(RestrictionBasis(rawValue: basis), \.words)
            } ?? .missing
        },
        Column("restrictedUntil", "保存至", "kept until", brief: false) { .day($0.restrictedUntil) },
    ]
}
