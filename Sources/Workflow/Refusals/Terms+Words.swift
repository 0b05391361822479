package import Incubation
package import Values

/// The glossary's words for the values that records hold.

extension AreaLevel {
    package var words: BilingualText {
        switch self {
        case .province: text("省", "province")
        case .prefecture: text("地", "prefecture")
        case .county: text("区县", "district or county")
        case .township: text("街道乡镇", "subdistrict or town")
        case .community: text("社区（村）", "community or village")
        case .neighbourhood: text("邻里", "neighbourhood")
        case .compound: text("小区", "residential compound")
        case .grid: text("网格", "grid")
        }
    }
}

extension OrganizationCategory {
    package var words: BilingualText {
        switch self {
        case .cultureSport: text("文体类", "culture and sport")
        case .governance: text("治理类", "governance")
        case .mutualAid: text("互助类", "mutual aid")
        case .publicBenefit: text("公益类", "public benefit")
        }
    }
}

extension LegalForm {
    package var words: BilingualText {
        switch self {
        case .socialAssociation: text("社会团体", "social association")
        case .socialServiceInstitution: text("社会服务机构（民办非企业单位）", "social service institution")
        case .foundation: text("基金会", "foundation")
        case .unincorporated: text("非法人", "unincorporated")
        case .other: text("其他", "other")
        }
    }
}

extension LegalStatus {
    package var words: BilingualText {
        switch self {
        case .idea: text("意向", "idea")
        case .ledgered: text("台账", "ledgered")
        case .filed: text("备案", "filed")
        case .registered: text("登记", "registered")
        case .filingCancelled: text("备案注销", "filing cancelled")
        case .deregistered: text("注销登记", "deregistered")
        case .struckOff: text("撤销或吊销", "struck off")
        case .merged: text("合并", "merged")
        }
    }
}

extension CaseStage {
    package var words: BilingualText {
        switch self {
        case .opened: text("已立项", "opened")
        case .admitted: text("已入壳", "admitted")
        case .incubating: text("孵化中", "incubating")
        case .graduated: text("已出壳", "graduated")
        case .exited: text("已退出", "exited")
        }
    }
}

extension Refusal.Subject {
    package var words: BilingualText {
        switch self {
        case .area: text("区域", "area")
        case .organization: text("组织", "organization")
        case .assessment: text("评估结果", "assessment")
        case .assessmentRun: text("评估批次", "assessment run")
        case .incubationCase: text("孵化案卷", "incubation case")
        case .activity: text("活动记录", "activity")
        case .accounts: text("年度账目", "yearly accounts")
        case .report: text("年度报告", "annual report")
        case .leadershipPost: text("领袖团队任职", "leadership post")
        case .charter: text("章程", "charter")
        case .body: text("治理机构", "governance body")
        case .meeting: text("会议", "meeting")
        case .controls: text("资金管理", "money controls")
        case .boundary: text("服务边界", "service boundary")
        case .mentor: text("导师", "mentor")
        case .contact: text("联系方式", "contact")
        case .observation: text("指标观测", "observation")
        case .importJob: text("导入任务", "import job")
        }
    }
}
