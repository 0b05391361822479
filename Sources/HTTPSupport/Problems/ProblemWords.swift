package import Values
package import Workflow

/// What a problem says: what it is, what exactly is wrong, what to do next.
package struct ProblemWords: Hashable, Sendable {
    package let title: BilingualText
    package let detail: BilingualText
    package let nextStep: BilingualText

    package init(title: BilingualText, detail: BilingualText, nextStep: BilingualText) {
        self.title = title
        self.detail = detail
        self.nextStep = nextStep
    }

    /// The same sentences as on the command line and on pages.
    package init(_ words: RefusalWords) {
        self.init(title: words.title, detail: words.detail, nextStep: words.nextStep)
    }
}
