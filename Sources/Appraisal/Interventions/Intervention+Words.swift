package import Values

extension Intervention.Kind {
    package var words: BilingualText {
        switch self {
        case .visit: BilingualText(zh: "走访", en: "visit")
        case .training: BilingualText(zh: "培训", en: "training")
        case .mentoring: BilingualText(zh: "导师辅导", en: "mentoring")
        case .funding: BilingualText(zh: "资金支持", en: "funding")
        case .other: BilingualText(zh: "其他", en: "other")
        }
    }
}

extension Intervention.Reason {
    package var words: BilingualText {
        switch self {
        case .flag: BilingualText(zh: "预警", en: "a flag")
        case .sample: BilingualText(zh: "随机抽样", en: "drawn by chance")
        case .request: BilingualText(zh: "申请", en: "a request")
        }
    }
}
