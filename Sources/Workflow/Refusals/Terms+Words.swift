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

extension DocumentKind {
    package var words: BilingualText {
        switch self {
        case .decisionNotice: text("决定通知书", "notice of a decision")
        case .graduationCertificate: text("出壳证书", "certificate of graduation")
        case .fileSummary: text("组织档案摘要", "summary of the file")
        }
    }
}

extension DocumentStanding {
    package var words: BilingualText {
        switch self {
        case .inForce: text("有效", "in force")
        case .superseded: text("已有后续变动，不再有效", "no longer in force: something else holds now")
        case .withdrawn: text("已撤回，无效", "withdrawn, void")
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
        case .contract: text("枢纽合同", "hub contract")
        case .document: text("文书", "document")
        case .withdrawal: text("文书撤回", "withdrawal of the document")
        case .declaration: text("利害关系声明", "declaration of interest")
        case .contact: text("联系方式", "contact")
        case .observation: text("指标观测", "observation")
        case .importJob: text("导入任务", "import job")
        case .calendar: text("工作日历", "calendar")
        case .pendingItem: text("待办事项", "pending item")
        case .account: text("账号", "account")
        case .session: text("登录会话", "session")
        case .roleHolding: text("角色", "role")
        case .apiToken: text("接口令牌", "API token")
        case .identity: text("统一身份", "linked identity")
        case .person: text("人员", "person")
        case .retention: text("保存期限", "retention period")
        case .flag: text("预警", "flag")
        case .rubric: text("评分规则", "rubric")
        case .rubricTrial: text("规则试算", "trial of a rubric")
        case .calibration: text("本地校准", "calibration")
        case .intervention: text("走访与帮扶记录", "intervention")
        }
    }
}

extension PostKind {
    package var words: BilingualText {
        switch self {
        case .chair: text("会长（理事长、队长）", "chair")
        case .viceChair: text("副会长", "vice chair")
        case .secretary: text("秘书长", "secretary")
        case .treasurer: text("财务负责人", "treasurer")
        case .supervisor: text("监事", "supervisor")
        case .councilMember: text("理事", "council member")
        case .coreMember: text("骨干", "core member")
        }
    }
}

extension SelectionMethod {
    package var words: BilingualText {
        switch self {
        case .elected: text("选举", "elected")
        case .recommended: text("推荐", "recommended")
        case .appointed: text("委派", "appointed")
        case .unknown: text("不详", "unknown")
        }
    }
}

extension GovernanceBodyKind {
    package var words: BilingualText {
        switch self {
        case .assembly: text("会员大会", "assembly")
        case .council: text("理事会", "council")
        case .supervisoryBody: text("监事（会）", "supervisory body")
        }
    }
}

extension ActivityKind {
    package var words: BilingualText {
        switch self {
        case .visit: text("访民情", "visit")
        case .service: text("做服务", "service")
        case .event: text("搞活动", "event")
        case .other: text("其他", "other")
        }
    }
}

extension InspectionResult {
    package var words: BilingualText {
        switch self {
        case .qualified: text("合格", "qualified")
        case .basicallyQualified: text("基本合格", "basically qualified")
        case .notQualified: text("不合格", "not qualified")
        }
    }
}

extension CharterClause {
    package var words: BilingualText {
        switch self {
        case .nameAndDomicile: text("名称和住所", "name and domicile")
        case .purpose: text("宗旨", "purpose")
        case .scopeAndArea: text("业务范围和活动地域", "scope and area")
        case .membership: text("会员（成员）资格与权利义务", "membership, rights and duties")
        case .bodies: text("组织机构", "bodies")
        case .leadersAndTerms: text("负责人的条件、任期和产生罢免", "leaders and terms")
        case .meetings: text("会议制度", "meetings")
        case .finance: text("财务制度", "finance")
        case .assets: text("资产管理和使用", "assets")
        case .conflictOfInterest: text("利益冲突回避", "conflict of interest")
        case .amendment: text("章程修改程序", "amendment")
        case .terminationAndAssetDisposal: text("终止和剩余财产处理", "termination and disposal of assets")
        }
    }
}

extension ContactKind {
    package var words: BilingualText {
        switch self {
        case .telephone: text("电话", "telephone")
        case .email: text("电子邮箱", "email")
        case .address: text("地址", "address")
        case .messaging: text("即时通信", "messaging")
        }
    }
}

extension IncomeSource {
    package var words: BilingualText {
        switch self {
        case .government: text("财政补助", "public grants")
        case .purchasedServices: text("政府购买服务", "services sold to government")
        case .donations: text("捐赠", "donations")
        case .membershipFees: text("会费", "membership fees")
        case .ownServices: text("服务收入", "own services")
        case .other: text("其他", "other")
        }
    }
}
