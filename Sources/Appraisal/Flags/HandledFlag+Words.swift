package import Values

extension HandledFlag.State {
    package var words: BilingualText {
        switch self {
        case .open: BilingualText(zh: "未处理", en: "open")
        case .assigned: BilingualText(zh: "已指派", en: "assigned")
        case .answered: BilingualText(zh: "组织已答复", en: "answered")
        case .escalated: BilingualText(zh: "已上报", en: "escalated")
        case .resolved: BilingualText(zh: "已办结", en: "resolved")
        }
    }
}

extension HandledFlag.Consequence {
    package var words: BilingualText {
        switch self {
        case .visit: BilingualText(zh: "上门走访", en: "a visit")
        case .rectification: BilingualText(zh: "限期整改", en: "rectification within a time")
        case .fundingReview: BilingualText(zh: "复核资助", en: "a review of its funding")
        case .unsustainable: BilingualText(zh: "认定为难以持续", en: "counted as unsustainable")
        }
    }
}

extension HandledFlag.Fault {
    /// Why not, in one clause, and what to do instead.
    package var words: (reason: BilingualText, remedy: BilingualText) {
        switch self {
        case .cleared(let day):
            (
                BilingualText(zh: "该预警已于 \(day) 因新证据解除", en: "the flag was cleared by new evidence on \(day)"),
                BilingualText(zh: "无需再处理。", en: "Nothing more is to be done about it.")
            )
        case .resolved:
            (
                BilingualText(zh: "该预警已办结", en: "the flag is resolved"),
                BilingualText(zh: "再次出现时会另立一条。", en: "Should it be raised anew, that is another one.")
            )
        case .nobodyHasIt:
            (
                BilingualText(zh: "该预警尚无承办人", en: "nobody has the flag"),
                BilingualText(zh: "请先指派承办人。", en: "Assign it to somebody first.")
            )
        case .notCritical:
            (
                BilingualText(zh: "只有最严重等级的预警可以认定为难以持续", en: "only a critical flag can count as unsustainable"),
                BilingualText(zh: "请选择其他后果。", en: "Choose another consequence.")
            )
        case .ownerConfirms:
            (
                BilingualText(zh: "承办人不能确认该预警的后果", en: "who has the flag does not confirm what follows from it"),
                BilingualText(zh: "请由他人确认。", en: "Somebody else confirms it.")
            )
        case .alreadyConfirmed(let consequence):
            (
                BilingualText(zh: "后果已确认：\(consequence.words.zh)", en: "a consequence is confirmed already: \(consequence.words.en)"),
                BilingualText(zh: "请查看处理记录。", en: "See its history.")
            )
        }
    }
}
