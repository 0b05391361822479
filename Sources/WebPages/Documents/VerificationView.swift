import Incubation
import Values
import Workflow

/// Whether a document holds, as anybody is told who has its number.
struct VerificationView: PageView {
    static let template = "verification"

    enum Outcome: Sendable {
        /// What was typed can be no number.
        case mistyped
        case found(DocumentConfirmation)
    }

    let title: String
    let typed: String
    let outcome: String?
    let tone: String
    let facts: [FactView]
    let hasFacts: Bool

    /// - Parameter outcome: nil before anything was asked.
    init(_ outcome: Outcome?, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.documents)
        title = w(words.verifyTitle)
        typed = visit.query.typed("number")
        switch outcome {
        case nil: (self.outcome, tone, facts) = (nil, "plain", [])
        case .mistyped: (self.outcome, tone, facts) = (w(words.mistyped), "bad", [])
        case .found(let found):
            switch found.standing {
            case nil: (self.outcome, tone) = (w(words.unknown), "bad")
            case .inForce?: (self.outcome, tone) = (w(words.holds), "good")
            case .superseded?: (self.outcome, tone) = (w(words.superseded), "bad")
            case .withdrawn?: (self.outcome, tone) = (w(words.withdrawn), "bad")
            }
            facts = FactView.all(
                [
                    (words.kind, found.kind.map { w($0.words) }), (words.issuedTo, found.organizationName),
                    (words.issuedOn, found.issuedOn.map { w($0) }),
                ], w)
        }
        hasFacts = !facts.isEmpty
    }
}
