import Incubation
import Values
import Workflow

/// A state in a word, with a tone that a shape and a colour repeat. The word alone says everything.
struct ChipView: Encodable, Sendable {
    /// One of `good`, `watch`, `bad`, `plain` and `ended`: the end of a class of the stylesheet.
    let tone: String
    let label: String
}

extension ChipView {
    init(_ status: LegalStatus, _ w: Words) {
        label = w(status.words)
        switch status {
        case .registered, .filed: tone = "good"
        case .idea, .ledgered: tone = "plain"
        case .filingCancelled, .deregistered, .struckOff, .merged: tone = "ended"
        }
    }
}
