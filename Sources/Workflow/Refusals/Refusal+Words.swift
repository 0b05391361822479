extension Refusal {
    /// The refusal in words. A new case does not compile until it has them.
    package var words: RefusalWords {
        switch self {
        case .notFound(let subject, let key): .notFound(subject, key)
        case .malformed(let field, let value, let expected): .malformed(field, value, expected)
        case .missing(let field): .missing(field)
        case .unknownField(let field, let nearest): .unknownField(field, nearest)
        case .creditCode(let fault, let written): fault.words(written: written)
        case .organization(let faults): .organization(faults)
        case .caseMove(let fault): fault.words
        case .creditCodeTaken(let code, let holder): .creditCodeTaken(code, holder)
        case .overrideNeedsReason: .overrideNeedsReason
        case .areaUnknown(let code): .areaUnknown(code)
        case .areaRetired(let code, let successor): .areaRetired(code, successor)
        case .areaCodeTaken(let code): .areaCodeTaken(code)
        case .areaDoesNotFit(let code, let level): .areaDoesNotFit(code, level)
        case .areaInOtherDistrict(let code, let district): .areaInOtherDistrict(code, district)
        case .classificationUnknown(let scheme, let code): .classificationUnknown(scheme, code)
        case .contractMissing(let area): .contractMissing(area)
        case .duty(let fault): fault.words
        case .caseAlreadyOpen(let number): .caseAlreadyOpen(number)
        case .caseNotOpen(let number): .caseNotOpen(number)
        case .calendarMissing(let year): .calendarMissing(year)
        case .deadlineRuleMissing(let kind): .deadlineRuleMissing(kind)
        case .pendingItemClosed(let number): .pendingItemClosed(number)
        case .alreadyRecorded(let subject): .alreadyRecorded(subject)
        case .notPossible(let field, let why): .notPossible(field, why)
        case .flag(let fault): fault.refusalWords
        case .ownProposal: .ownProposal
        case .trialNeeded: .trialNeeded
        case .rubricUnknown(let name): .rubricUnknown(name)
        case .rubricInvalid(let place, let problem): .rubricInvalid(place, problem)
        case .importRefused(let errors): .importRefused(errors)
        case .importFile(let what, let remedy): .importFile(what, remedy)
        case .importRunning: .importRunning
        case .importsFull: .importsFull
        case .requestRunning: .requestRunning
        case .idempotencyKeyReused: .idempotencyKeyReused
        case .versionMissing: .versionMissing
        case .versionStale(let current): .versionStale(current)
        case .signInNeeded: .signInNeeded
        case .secondFactorNeeded: .secondFactorNeeded
        case .notPermitted(let useCase): .notPermitted(useCase)
        case .account(let fault): fault.words
        case .peopleKeyUnusable(let why): .peopleKeyUnusable(why)
        case .erasureListUnusable(let why): .erasureListUnusable(why)
        case .personState(let state): .personState(state)
        case .retentionRuns(let day): .retentionRuns(day)
        case .cursorInvalid: .cursorInvalid
        case .pageSizeOutOfRange(let size): .pageSizeOutOfRange(size)
        case .databaseUnavailable: .databaseUnavailable
        case .deadlineExceeded: .deadlineExceeded
        case .outcomeUnknown: .outcomeUnknown
        case .migrationsPending: .migrationsPending
        }
    }

    /// A value as it is quoted in a sentence, at most 60 characters.
    static func shortened(_ value: String) -> String {
        value.count > 60 ? value.prefix(59) + "…" : value
    }
}
