/// What can wait to be done about an organization. How long each may wait is a rule, see ``DeadlineRule``.
package enum PendingKind: String, CaseIterable, Hashable, Sendable {
    /// Telling an applicant, once and in full, what is missing.
    case supplementNotice
    /// Handing in what was missing.
    case supplement
    /// Answering an application for incubation.
    case incubationReply
    /// Reviewing a move that was recommended.
    case moveReview
    /// Approving a move that was recommended, or sending it back.
    case moveDecision
    /// Showing a decision to the public before it counts (公示).
    case publicity
    /// Asking for a review of a decision that is being shown.
    case reviewRequest
    /// Deciding on a review.
    case reviewDecision
    /// Issuing the certificate after a decision.
    case certificate
    /// Entering a fact into the credit records.
    case creditEntry
    /// Filing an owners' committee after its election.
    case ownersCommitteeFiling
    /// Deregistering after the liquidation.
    case deregistration
    /// Putting right what was found wrong.
    case rectification
    /// Handing back the premises after leaving.
    case premisesHandBack
    /// Paying the first part of an award.
    case firstPayment
    /// Reporting at the end of a project.
    case finalReport
    /// Taking back money that was paid and not used.
    case unspentMoney
}

/// A role that something can wait for: those who work on cases, not those who keep the system or only read. Spelt as the roles of accounts are.
package enum ResponsibleRole: String, CaseIterable, Hashable, Sendable {
    case hubStaff
    case hubManager
    case official
    case fundingApprover
    case disburser
    case reviewer
    case organizationMember
}
