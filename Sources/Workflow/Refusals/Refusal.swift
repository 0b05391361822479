package import Access
package import Appraisal
package import Incubation
package import Values

/// Everything that a use case may say no with: a closed set, each with a stable name and words in both languages.
///
/// The command line, the JSON interface and the pages say a refusal with the same sentences, see ``words``.
package enum Refusal: Error, Hashable, Sendable {
    /// There is no such record, or the caller may not know of it.
    case notFound(Subject, String)
    /// A value that cannot be read, in the field of that name.
    case malformed(field: String, value: String, expected: BilingualText)
    /// A value that must be given.
    case missing(field: String)
    /// A field that nothing is known of.
    case unknownField(String, nearest: String?)
    case creditCode(CreditCodeFault, written: String)
    case creditCodeTaken(UnifiedSocialCreditCode, by: OrganizationNumber)
    /// An official may vouch for a code; a reason must be written down.
    case overrideNeedsReason
    case organization([OrganizationFault])
    case areaUnknown(String)
    case areaRetired(AreaCode, successor: AreaCode?)
    case areaCodeTaken(AreaCode)
    case areaDoesNotFit(AreaCode, AreaLevel)
    /// The home area lies in another district than the organization's number.
    case areaInOtherDistrict(AreaCode, District)
    case classificationUnknown(scheme: String, code: String)
    case caseMove(CaseFault)
    /// Somebody cannot do this for a decision on a case.
    case duty(DutyFault)
    /// No hub contract is in force where a case is to be opened.
    case contractMissing(AreaCode)
    case caseAlreadyOpen(OrganizationNumber)
    case caseNotOpen(OrganizationNumber)
    /// Nothing can be counted in a year whose working days nobody has entered.
    case calendarMissing(year: Int)
    /// No rule says how long this may wait there.
    case deadlineRuleMissing(PendingKind)
    /// What does not wait any more is not handed over.
    case pendingItemClosed(PendingItemNumber)
    case alreadyRecorded(Subject)
    case notPossible(field: String, BilingualText)
    /// Something cannot be done to a flag.
    case flag(HandledFlag.Fault)
    /// Whoever proposed something does not put it in force.
    case ownProposal
    /// A rubric is put in force only after it was tried beside the present one.
    case trialNeeded
    case rubricUnknown(String)
    /// A rubric's document that is not sound, with the place of the first thing that is wrong.
    case rubricInvalid(place: String, BilingualText)
    case importRefused(errors: Int)
    case importFile(BilingualText, remedy: BilingualText)
    /// The same file is being imported in the same way at this moment.
    case importRunning
    /// As many imports wait as may.
    case importsFull
    /// The same request, by its key, is being done at this moment.
    case requestRunning
    /// The key has been used for another request.
    case idempotencyKeyReused
    /// An edit must say which version it read.
    case versionMissing
    case versionStale(current: Int64)
    /// Nobody is signed in.
    case signInNeeded
    /// The role that it takes counts only in a session with a second factor.
    case secondFactorNeeded
    /// The caller holds no role that it takes, where the record lies.
    case notPermitted(UseCase)
    /// About accounts and coming in.
    case account(AccountFault)
    /// The key of people's data cannot be used, for that reason.
    case peopleKeyUnusable(BilingualText)
    /// The list of erased people cannot be written, for that reason.
    case erasureListUnusable(BilingualText)
    /// The person is in a state in which that cannot be done.
    case personState(PersonState)
    /// A law keeps the person's data until that day.
    case retentionRuns(until: Day)
    case cursorInvalid
    case pageSizeOutOfRange(Int)
    case databaseUnavailable
    case deadlineExceeded
    /// The answer to COMMIT was lost: the act is done or it is not, and nobody but the request's key can tell.
    case outcomeUnknown
    case migrationsPending

    /// What a refusal can be about.
    package enum Subject: String, CaseIterable, Hashable, Sendable {
        case area, organization, assessment, assessmentRun, incubationCase, activity, accounts, report, leadershipPost, charter, body,
            meeting, controls
        case boundary, mentor, declaration, document, withdrawal, contract, contact, observation, importJob, calendar, pendingItem
        case account, session, roleHolding, apiToken, identity, person, retention
        case flag, rubric, rubricTrial, calibration, intervention
    }
}

extension Refusal {
    /// How the caller should take it; each edge maps it to its own numbers.
    package enum Sort: Hashable, Sendable {
        /// The request itself is wrong; the same request will be refused again.
        case invalid
        case notFound
        /// It contradicts what is recorded.
        case conflict
        /// An edit without the version it read.
        case preconditionRequired
        /// An edit of a version that is no longer the newest.
        case preconditionFailed
        /// Nobody is signed in.
        case unauthenticated
        /// Somebody is, and may not.
        case forbidden
        /// Somebody tries too often, or too many try at once.
        case tooMany
        /// Not now; trying again later may succeed.
        case unavailable
    }

    package var sort: Sort {
        switch self {
        case .notFound, .rubricUnknown: .notFound
        case .creditCodeTaken, .areaCodeTaken, .caseMove, .caseAlreadyOpen, .caseNotOpen, .calendarMissing, .deadlineRuleMissing,
            .pendingItemClosed, .alreadyRecorded, .contractMissing, .duty, .flag, .trialNeeded,
            .importRunning,
            .requestRunning, .personState, .retentionRuns:
            .conflict
        case .signInNeeded: .unauthenticated
        case .secondFactorNeeded, .notPermitted, .ownProposal: .forbidden
        case .account(let fault): fault.sort
        case .versionMissing: .preconditionRequired
        case .versionStale: .preconditionFailed
        case .importsFull, .databaseUnavailable, .deadlineExceeded, .outcomeUnknown, .migrationsPending, .peopleKeyUnusable,
            .erasureListUnusable:
            .unavailable
        case .malformed, .missing, .unknownField, .creditCode, .overrideNeedsReason, .organization, .areaUnknown, .areaRetired,
            .areaDoesNotFit,
            .areaInOtherDistrict, .classificationUnknown, .notPossible, .rubricInvalid, .importRefused, .importFile, .idempotencyKeyReused,
            .cursorInvalid,
            .pageSizeOutOfRange:
            .invalid
        }
    }

    /// Whether somebody looked at what was asked for and said no; otherwise it may well be granted the next time.
    package var isDecision: Bool { sort != .unavailable && sort != .tooMany && self != .signInNeeded && self != .requestRunning }

    /// A stable name for programs.
    package var slug: String {
        switch self {
        case .notFound(let subject, _): "\(subject.slug)-not-found"
        case .malformed: "malformed-value"
        case .missing: "missing-value"
        case .unknownField: "unknown-field"
        case .creditCode(let fault, _): "credit-code-\(fault.slug)"
        case .creditCodeTaken: "credit-code-taken"
        case .overrideNeedsReason: "override-needs-reason"
        case .organization: "organization-invalid"
        case .areaUnknown: "area-unknown"
        case .areaRetired: "area-retired"
        case .areaCodeTaken: "area-code-taken"
        case .areaDoesNotFit: "area-does-not-fit"
        case .areaInOtherDistrict: "area-in-other-district"
        case .classificationUnknown: "classification-unknown"
        case .caseMove: "case-move-not-allowed"
        case .contractMissing: "contract-missing"
        case .duty(let fault): fault.slug
        case .caseAlreadyOpen: "case-already-open"
        case .caseNotOpen: "case-not-open"
        case .calendarMissing: "calendar-missing"
        case .deadlineRuleMissing: "deadline-rule-missing"
        case .pendingItemClosed: "pending-item-closed"
        case .alreadyRecorded(let subject): "\(subject.slug)-already-recorded"
        case .notPossible: "value-not-possible"
        case .flag(let fault): fault.slug
        case .ownProposal: "own-proposal"
        case .trialNeeded: "trial-needed"
        case .rubricUnknown: "rubric-unknown"
        case .rubricInvalid: "rubric-invalid"
        case .importRefused: "import-refused"
        case .importFile: "import-file-unreadable"
        case .importRunning: "import-running"
        case .importsFull: "imports-full"
        case .requestRunning: "request-running"
        case .idempotencyKeyReused: "idempotency-key-reused"
        case .versionMissing: "version-missing"
        case .versionStale: "version-stale"
        case .signInNeeded: "sign-in-needed"
        case .secondFactorNeeded: "second-factor-needed"
        case .notPermitted: "not-permitted"
        case .account(let fault): fault.slug
        case .peopleKeyUnusable: "people-key-unusable"
        case .erasureListUnusable: "erasure-list-unusable"
        case .personState: "person-state"
        case .retentionRuns: "retention-runs"
        case .cursorInvalid: "cursor-invalid"
        case .pageSizeOutOfRange: "page-size-out-of-range"
        case .databaseUnavailable: "database-unavailable"
        case .deadlineExceeded: "deadline-exceeded"
        case .outcomeUnknown: "outcome-unknown"
        case .migrationsPending: "migrations-pending"
        }
    }
}

extension Refusal.Subject {
    /// The subject in lower-case words joined by hyphens, as slugs are written.
    package var slug: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
    }
}
