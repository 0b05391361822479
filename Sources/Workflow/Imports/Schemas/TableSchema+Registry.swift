import Incubation
import Tabular
import Values

extension TableSchema {
    static let areas = TableSchema(
        kind: "areas",
        columns: [
            .text("code", "区划代码", "area code", longest: 30, required: true), .text("name", "名称", "name", longest: 100, required: true),
            .text("englishName", "英文名称", "English name"),
            .choice("level", "级别", "level", of: AreaLevel.self, required: true, words: \.words),
            .text("parent", "上级代码", "parent", longest: 30), .day("validFrom", "启用日期", "valid from"),
            .day("validUntil", "停用日期", "valid until"), .text("successor", "后继代码", "successor", longest: 30),
        ])

    static let organizations = TableSchema(
        kind: "organizations",
        columns: [
            .text("name", "名称", "name", longest: OrganizationParticulars.longestName, required: true),
            .text("englishName", "英文名称", "English name", longest: OrganizationParticulars.longestName),
            .choice("category", "类别", "category", of: OrganizationCategory.self, words: \.words),
            .choice("legalForm", "法律形式", "legal form", of: LegalForm.self, required: true, words: \.words),
            .choice("legalStatus", "法律状态", "legal status", of: LegalStatus.self, required: true, words: \.words),
            .day("legalStatusSince", "状态起始日期", "legal status since"),
            .text("area", "所在区域", "area", longest: 30, required: true), .text("creditCode", "统一社会信用代码", "credit code", longest: 60),
            .text("creditCodeOverride", "代码核准理由", "reason for accepting the code"), .text("filingNumber", "备案号", "filing number"),
            .day("foundedOn", "成立日期", "founded on"), .text("sourceScheme", "来源名录", "source list"),
            .text("sourceKey", "来源编号", "key in the source list"), .text("serviceAreas", "服务区域", "service areas", longest: 2000),
            .text("classifications", "其他分类", "classifications", longest: 2000),
            .text("telephone", "电话", "telephone", personal: true), .text("email", "电子邮箱", "email", personal: true),
            .text("address", "地址", "address", personal: true),
        ])

    static let statuses = TableSchema(
        kind: "statuses",
        columns: TableSchema.Column.organizationKey + [
            .choice("status", "法律状态", "legal status", of: LegalStatus.self, required: true, words: \.words),
            .day("since", "起始日期", "since", required: true), .text("office", "决定机关", "office"),
            .text("documentNumber", "文号", "document number"),
        ])

    static let cases = TableSchema(
        kind: "cases",
        columns: TableSchema.Column.organizationKey + [
            .choice("stage", "阶段", "stage", of: CaseStage.self, required: true, words: \.words),
            .day("enteredOn", "进入日期", "entered on", required: true), .lines("reason", "理由", "reason"),
        ])

    static let mentors = TableSchema(
        kind: "mentors",
        columns: TableSchema.Column.organizationKey + [
            .text("mentorName", "导师姓名", "mentor", required: true, personal: true), .day("from", "开始日期", "from", required: true),
            .day("until", "结束日期", "until"), .recordedOn,
        ])

    static let observations = TableSchema(
        kind: "observations",
        columns: TableSchema.Column.organizationKey + [
            .text("indicator", "指标", "indicator", required: true), .day("observedOn", "观测日期", "observed on", required: true),
            .init("value", label: .init(zh: "数值", en: "value"), type: .number(), required: true),
            .text("source", "来源", "source", required: true),
        ])
}
