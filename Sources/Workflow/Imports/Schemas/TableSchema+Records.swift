import Incubation
import Tabular
import Values

extension TableSchema {
    static let accounts = TableSchema(
        kind: "accounts",
        columns: TableSchema.Column.organizationKey + [
            .day("periodEnd", "年度截止日", "period end", required: true), .day("receivedOn", "收到日期", "received on", required: true),
            .text("currency", "币种", "currency", longest: 3, required: true), .money("income", "收入", "income"),
            .money("incomeGovernment", "政府补助收入", "income from government"),
            .money("incomePurchasedServices", "政府购买服务收入", "income from purchased services"),
            .money("incomeDonations", "捐赠收入", "income from donations"),
            .money("incomeMembershipFees", "会费收入", "income from membership fees"),
            .money("incomeOwnServices", "提供服务收入", "income from own services"), .money("incomeOther", "其他收入", "other income"),
            .money("spending", "支出", "spending"), .money("administrativeSpending", "管理费用", "administrative spending"),
            .money("assets", "资产总额", "assets"), .money("cash", "货币资金", "cash"), .money("liabilities", "负债总额", "liabilities"),
            .money("netAssets", "净资产", "net assets"), .count("members", "会员人数", "members"), .count("staff", "专职人员数", "staff"),
        ])

    static let reports = TableSchema(
        kind: "reports",
        columns: TableSchema.Column.organizationKey + [
            .day("periodEnd", "年度截止日", "period end", required: true), .day("dueOn", "应报日期", "due on", required: true),
            .day("receivedOn", "收到日期", "received on"),
            .choice("result", "年检结论", "result", of: InspectionResult.self, words: \.words),
        ])

    static let activities = TableSchema(
        kind: "activities",
        columns: TableSchema.Column.organizationKey + [
            .day("heldOn", "活动日期", "held on", required: true),
            .choice("kind", "活动类型", "kind", of: ActivityKind.self, required: true, words: \.words),
            .text("title", "活动名称", "title", required: true), .count("participants", "参加人数", "participants"),
            .count("volunteers", "志愿者人数", "volunteers"), .count("volunteerHours", "志愿服务小时", "volunteer hours"),
            .yesNo("insideBoundary", "在服务边界内", "inside the boundary"), .recordedOn,
        ])
}
