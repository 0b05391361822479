import Incubation
import Values
import Workflow

extension CommunityOrganization: Presentable {
    static let columns: [Column<CommunityOrganization>] = [
        Column("number", "编号", "number") { .text($0.number.description) },
        Column("name", "名称", "name") { .text($0.particulars.name) },
        Column("englishName", "英文名称", "English name", brief: false) { .text($0.particulars.englishName) },
        Column("category", "类别", "category") { .term($0.particulars.category, \.words) },
        Column("legalForm", "法律形式", "legal form") { .term($0.particulars.legalForm, \.words) },
        Column("legalStatus", "法律状态", "legal status") { .term($0.legalStatus, \.words) },
        Column("legalStatusSince", "状态起始日期", "since") { .day($0.legalStatusSince) },
        Column("area", "所在区域", "area") { .text($0.particulars.area.text) },
        Column("creditCode", "统一社会信用代码", "credit code", brief: false) { .text($0.particulars.creditCode?.text) },
        Column("creditCodeOverride", "代码核准理由", "reason for accepting the code", brief: false) { .text($0.particulars.creditCodeOverride) },
        Column("filingNumber", "备案号", "filing number", brief: false) { .text($0.particulars.filingNumber) },
        Column("foundedOn", "成立日期", "founded on", brief: false) { .day($0.particulars.foundedOn) },
        Column("version", "版本", "version", brief: false) { .integer($0.version) },
    ]
}

extension OrganizationFile: Presentable {
    static let columns: [Column<OrganizationFile>] =
        CommunityOrganization.columns.map { $0.within(\.organization) } + [
            Column("serviceAreas", "服务区域", "service areas") { .texts($0.serviceAreas.map(\.text)) },
            Column("classifications", "其他分类", "classifications") { .records($0.classifications.map { Record($0) }) },
            Column("contacts", "联系方式", "contacts") { .records($0.contacts.map { Record($0) }) },
            Column("legalHistory", "法律状态沿革", "legal history") { .records($0.legalHistory.map { Record($0) }) },
        ]
}

extension Classification: Presentable {
    static let columns: [Column<Classification>] = [
        Column("scheme", "体系", "scheme") { .text($0.scheme) },
        Column("code", "代码", "code") { .text($0.code) },
    ]
}

extension Contact: Presentable {
    static let columns: [Column<Contact>] = [
        Column("kind", "方式", "kind") { .term($0.kind, \.words) },
        Column("value", "内容", "value") { .text($0.value) },
        Column("person", "联系人", "person") { .text($0.person) },
    ]
}

extension LegalStatusStep: Presentable {
    static let columns: [Column<LegalStatusStep>] = [
        Column("status", "法律状态", "legal status") { .term($0.status, \.words) },
        Column("since", "起始日期", "since") { .day($0.since) },
        Column("office", "决定机关", "office") { .text($0.office) },
        Column("documentNumber", "文号", "document number") { .text($0.documentNumber) },
    ]
}
