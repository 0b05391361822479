package import Values

/// A refusal in words: what it is, what exactly is wrong, what to do next.
package struct RefusalWords: Hashable, Sendable {
    package let title: BilingualText
    package let detail: BilingualText
    package let nextStep: BilingualText

    init(_ title: BilingualText, _ detail: BilingualText, next nextStep: BilingualText) {
        self.title = title
        self.detail = detail
        self.nextStep = nextStep
    }

    /// The detail and the next step as one text.
    package func sentence(in language: Language) -> String {
        switch language {
        case .simplifiedChinese: detail.zh + nextStep.zh
        case .english: "\(detail.en) \(nextStep.en)"
        }
    }
}

/// Short for the many literals of this folder.
func text(_ zh: String, _ en: String) -> BilingualText {
    BilingualText(zh: zh, en: en)
}
