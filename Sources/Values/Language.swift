/// A language that pages, messages and documents are written in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case simplifiedChinese = "zh-CN"
    case english = "en"

    /// The language a person asked for with a locale name or language tag such as `zh_CN.UTF-8` or `en-GB`; nil when it is neither.
    package init?(tag: some StringProtocol) {
        let tag = tag.lowercased()
        if tag.hasPrefix("zh") {
            self = .simplifiedChinese
        } else if tag.hasPrefix("en") {
            self = .english
        } else {
            return nil
        }
    }
}

/// The same words in both languages of the register.
package struct BilingualText: Hashable, Sendable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    package subscript(language: Language) -> String {
        switch language {
        case .simplifiedChinese: zh
        case .english: en
        }
    }
}
