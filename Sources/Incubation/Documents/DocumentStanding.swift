/// Whether a document still says what holds.
package enum DocumentStanding: String, CaseIterable, Hashable, Sendable {
    case inForce
    /// What it says was true then, and something else holds now.
    case superseded
    /// It was taken back.
    case withdrawn
}

/// What a document's standing depends on, as it is now.
package struct DocumentGround: Hashable, Sendable {
    /// Where the organization's case is; nil for none.
    package let stage: CaseStage?
    /// What the decision was about that the document tells of; nil for a summary.
    package let decidedStage: CaseStage?
    package let decidedState: CaseDecision.State?
    /// Whether a later decision of the case has been taken, or a later summary issued.
    package let isFollowed: Bool
    /// The digest of what is public of the organization; nil where nothing is.
    package var publicFacts: [UInt8]?

    package init(
        stage: CaseStage?, decidedStage: CaseStage? = nil, decidedState: CaseDecision.State? = nil, isFollowed: Bool = false,
        publicFacts: [UInt8]? = nil
    ) {
        self.stage = stage
        self.decidedStage = decidedStage
        self.decidedState = decidedState
        self.isFollowed = isFollowed
        self.publicFacts = publicFacts
    }
}

extension IssuedDocument {
    /// A certificate holds as long as the organization is graduated; an approval as long as the case is where it led; what was sent back
    /// until the next decision; a summary as long as what is public of the organization is the same and no newer one is out.
    package func standing(on ground: DocumentGround) -> DocumentStanding {
        if withdrawal != nil { return .withdrawn }
        let holds =
            switch (kind, ground.decidedState) {
            case (.graduationCertificate, _): ground.stage == .graduated
            case (.decisionNotice, .approved?): ground.stage == ground.decidedStage
            case (.decisionNotice, .returned?): !ground.isFollowed
            case (.decisionNotice, _): false
            case (.fileSummary, _): ground.publicFacts == publicFacts && !ground.isFollowed
            }
        return holds ? .inForce : .superseded
    }
}
