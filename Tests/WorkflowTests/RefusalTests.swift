import Access
import Appraisal
import Incubation
import Testing
import Values
import Workflow

/// The words and names of every refusal.
struct RefusalTests {
    /// One of each case. The switch makes a new case fail to compile until it stands here.
    private static func samples() throws -> [Refusal] {
        let number = try #require(OrganizationNumber("320613-42"))
        let area = try #require(AreaCode("320613"))
        let district = try #require(area.district)
        let day = try #require(Day(iso: "2024-02-29"))
        let code = try UnifiedSocialCreditCode(TestCodes.code(1))
        let text = BilingualText(zh: "原因", en: "a reason")
        let faults: [OrganizationFault] = [
            .nameMissing, .nameTooLong(201), .nameHasControlCharacters, .areaAboveDistrict(area), .formDisagreesWithCode(.foundation, code),
            .codeOfAnotherDepartment(code), .codeWithoutLegalPerson(.filed), .foundedInFuture(day),
            .statusOutOfOrder(from: .filed, to: .deregistered),
        ]
        let nested = CreditCodeFault.NestedFault(found: "A", expected: "B")
        let codeFaults: [CreditCodeFault] = [
            .empty, .wrongLength(17), .forbiddenCharacter("O", position: 3), .unknownDepartment("0"), .letterInDivision("A", position: 4),
            .wrongCheck(found: "A", expected: "B", nested: nil), .wrongCheck(found: "A", expected: "B", nested: nested),
            .wrongOrganizationCheck(nested, lastCharacter: "C"),
        ]
        var samples: [Refusal] = [
            .malformed(field: "since", value: "x", expected: text), .missing(field: "since"), .unknownField("sinse", nearest: "since"),
            .unknownField("x", nearest: nil), .creditCodeTaken(code, by: number), .overrideNeedsReason, .areaUnknown("320699"),
            .areaRetired(area, successor: area), .areaRetired(area, successor: nil), .areaCodeTaken(area),
            .areaDoesNotFit(area, .community), .areaDoesNotFit(area, .grid), .areaInOtherDistrict(area, district),
            .classificationUnknown(scheme: "6631", code: "chess"), .caseAlreadyOpen(number), .caseNotOpen(number),
            .calendarMissing(year: 2027), .deadlineRuleMissing(.finalReport),
            .pendingItemClosed(PendingItemNumber(organization: number, item: 7)),
            .notPossible(field: "since", text), .rubricUnknown("x"), .rubricInvalid(place: "flags[0]", text), .importRefused(errors: 3),
            .importFile(text, remedy: text), .importRunning, .importsFull, .requestRunning, .idempotencyKeyReused, .versionMissing,
            .versionStale(current: 7), .signInNeeded, .secondFactorNeeded, .cursorInvalid, .contractMissing(area), .pageSizeOutOfRange(0),
            .databaseUnavailable,
            .deadlineExceeded, .outcomeUnknown, .migrationsPending, .peopleKeyUnusable(text),
            .erasureListUnusable(text), .retentionRuns(until: day),
            .caseMove(.notAllowed(from: .opened, to: .graduated, allowed: [.admitted, .exited])),
            .caseMove(.notAllowed(from: .exited, to: .opened, allowed: [])), .caseMove(.beforeLastStep(day, lastStep: day)),
            .organization(faults),
        ]
        samples += Duty.allCases.map { .duty(.otherDuty($0)) }
        samples += [
            .notDeclared, .hasInterest, .reviewMissing, .alreadyPending, .nothingPending, .notNeeded(.admitted), .needed(.graduated),
        ]
        .map(Refusal.duty)
        samples += UseCase.all.map(Refusal.notPermitted) + PersonState.allCases.map(Refusal.personState)
        samples += try AccountFaultSamples.all().map(Refusal.account)
        samples += [.ownProposal, .trialNeeded]
        samples += [
            .cleared(on: day), .resolved, .nobodyHasIt, .notCritical, .ownerConfirms, .alreadyConfirmed(.visit),
        ]
        .map(Refusal.flag)
        samples += faults.map { .organization([$0]) } + codeFaults.map { .creditCode($0, written: "5232") }
        for subject in Refusal.Subject.allCases { samples += [.notFound(subject, "42"), .alreadyRecorded(subject)] }
        return samples
    }

    /// The case's place in the list above.
    private static func name(_ refusal: Refusal) -> String {
        switch refusal {
        case .notFound: "notFound"
        case .malformed: "malformed"
        case .missing: "missing"
        case .unknownField: "unknownField"
        case .creditCode: "creditCode"
        case .creditCodeTaken: "creditCodeTaken"
        case .overrideNeedsReason: "overrideNeedsReason"
        case .organization: "organization"
        case .areaUnknown: "areaUnknown"
        case .areaRetired: "areaRetired"
        case .areaCodeTaken: "areaCodeTaken"
        case .areaDoesNotFit: "areaDoesNotFit"
        case .areaInOtherDistrict: "areaInOtherDistrict"
        case .classificationUnknown: "classificationUnknown"
        case .caseMove: "caseMove"
        case .contractMissing: "contractMissing"
        case .duty: "duty"
        case .caseAlreadyOpen: "caseAlreadyOpen"
        case .caseNotOpen: "caseNotOpen"
        case .calendarMissing: "calendarMissing"
        case .deadlineRuleMissing: "deadlineRuleMissing"
        case .pendingItemClosed: "pendingItemClosed"
        case .alreadyRecorded: "alreadyRecorded"
        case .notPossible: "notPossible"
        case .flag: "flag"
        case .ownProposal: "ownProposal"
        case .trialNeeded: "trialNeeded"
        case .rubricUnknown: "rubricUnknown"
        case .rubricInvalid: "rubricInvalid"
        case .importRefused: "importRefused"
        case .importFile: "importFile"
        case .importRunning: "importRunning"
        case .importsFull: "importsFull"
        case .requestRunning: "requestRunning"
        case .idempotencyKeyReused: "idempotencyKeyReused"
        case .versionMissing: "versionMissing"
        case .versionStale: "versionStale"
        case .signInNeeded: "signInNeeded"
        case .secondFactorNeeded: "secondFactorNeeded"
        case .notPermitted: "notPermitted"
        case .account: "account"
        case .cursorInvalid: "cursorInvalid"
        case .pageSizeOutOfRange: "pageSizeOutOfRange"
        case .databaseUnavailable: "databaseUnavailable"
        case .deadlineExceeded: "deadlineExceeded"
        case .outcomeUnknown: "outcomeUnknown"
        case .migrationsPending: "migrationsPending"
        case .peopleKeyUnusable: "peopleKeyUnusable"
        case .erasureListUnusable: "erasureListUnusable"
        case .personState: "personState"
        case .retentionRuns: "retentionRuns"
        }
    }

    /// How many cases there are; a new one is added to ``samples()`` and counted here.
    private static let cases = 51

    @Test func `every refusal has words in both languages, with nothing left to fill in`() throws {
        let samples = try Self.samples()
        #expect(Set(samples.map(Self.name)).count == Self.cases, "a case has no sample")
        for refusal in samples {
            let words = refusal.words
            for text in [words.title, words.detail, words.nextStep] {
                #expect(
                    Self.isWords(text.zh) && text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                    "\(refusal): \(text.zh)")
                #expect(
                    Self.isWords(text.en) && !text.en.unicodeScalars.contains { $0.value >= 0x2E80 && $0.value < 0xFF00 },
                    "\(refusal): \(text.en)")
            }
            #expect(!words.sentence(in: .english).contains("  "), "\(refusal): \(words.sentence(in: .english))")
        }
    }

    private static func isWords(_ text: String) -> Bool {
        !text.allSatisfy(\.isWhitespace) && !text.contains("{") && !text.contains("Optional(") && !text.contains("\\(")
    }

    @Test func `every refusal has a name of its own in lower-case words`() throws {
        var cases: [String: Set<String>] = [:]
        for refusal in try Self.samples() {
            let slug = refusal.slug
            #expect(slug.wholeMatch(of: #/[a-z]+(-[a-z]+)*/#) != nil, "\(slug)")
            cases[slug, default: []].insert(Self.name(refusal))
        }
        for (slug, names) in cases { #expect(names.count == 1, "\(slug) is \(names)") }
    }

    @Test func `every name is one that an event can keep`() throws {
        let word = /[a-z]{1,20}(-[a-z]{1,20}){0,9}/
        for refusal in try Self.samples() { #expect(refusal.slug.wholeMatch(of: word) != nil, "\(refusal.slug)") }
    }

    @Test func `a value that is repeated in a sentence is short`() {
        let long = String(repeating: "长", count: 5_000)
        for refusal: Refusal in [
            .notFound(.organization, long), .malformed(field: "since", value: long, expected: BilingualText(zh: "日期", en: "a day")),
            .unknownField(long, nearest: nil), .areaUnknown(long), .classificationUnknown(scheme: long, code: long), .rubricUnknown(long),
            .creditCode(.wrongLength(5_000), written: long),
        ] {
            #expect(refusal.words.sentence(in: .english).count < 400, "\(refusal.slug)")
        }
    }
}
