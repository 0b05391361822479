import Access
import Appraisal
import Incubation
import Store
import Testing
import Values
import Workflow

/// An act that is refused, on a register that holds areas only. A new act does not compile until it stands here.
struct RefusedAct {
    typealias Body = () async throws -> Void

    /// Where its event belongs.
    let chain: AuditChain
    let run: Body

    init(_ act: Act, in test: TestRegistry) throws {
        let number = try #require(OrganizationNumber("320613-77"))
        let isNational = Self.ofTheNation.contains(act) || UseCase.act(act).isAboutAccounts
        chain = isNational ? .nation : AuditChain(number.district)
        run =
            try Self.onAccounts(act, test) ?? Self.onOrganization(act, number, test) ?? Self.onElements(act, number, test)
            ?? Self.onRecords(act, number, test)
            ?? Self.onPeople(act, number, test) ?? Self.onCase(act, number, test)
    }

    /// Acts that concern the whole register.
    private static let ofTheNation: Set<Act> = [
        .addArea, .enterCalendar, .importTable, .endContract, .handOverCases, .runDeadlines, .applyRetention, .refreshAssessments,
        .proposeRubric,
        .trialRubric, .activateRubric, .proposeCalibration, .approveCalibration,
    ]

    private static func onOrganization(_ act: Act, _ number: OrganizationNumber, _ test: TestRegistry) throws -> Body? {
        let (registry, caller) = (test.registry, test.caller)
        switch act {
        case .addArea:
            return {
                let area = Area(code: try test.area(), name: "又一个", level: .township, parent: try test.area("320613"))
                _ = try await AddArea(registry: registry)(area, as: caller)
            }
        case .createOrganization:
            return { _ = try await CreateOrganization(registry: registry)(test.draft("合唱团", area: "320613999"), as: caller) }
        case .editOrganization:
            return { _ = try await EditOrganization(registry: registry)(number, version: 1, to: test.draft("合唱团"), as: caller) }
        case .recordLegalStatus:
            return {
                let step = LegalStatusStep(status: .registered, since: try test.day("2024-01-01"))
                _ = try await RecordLegalStatus(registry: registry)(number, version: 1, step: step, as: caller)
            }
        case .runDeadlines: return { _ = try await RunDeadlines(registry: registry)(as: test.person(.official, 7)) }
        case .enterCalendar:
            return { _ = try await EnterCalendar(registry: registry)(try TestCalendars.made(2026), following: nil, as: caller) }
        case .importTable: return { try await test.importing(TestTable(.areas, "code,name,level,parent\nx,a,township,320613\n")) }
        case .runAssessment:
            return {
                let rubric = try RubricLibrary.named(RubricLibrary.standard)
                _ = try await RunAssessment(registry: registry)(
                    asOf: try test.day("2026-07-01"), area: try test.area(), rubric: rubric, as: caller)
            }
        default: return nil
        }
    }

    private static func onElements(_ act: Act, _ number: OrganizationNumber, _ test: TestRegistry) throws -> Body? {
        let (registry, caller, day) = (test.registry, test.caller, try test.day("2024-01-01"))
        switch act {
        case .recordLeadershipPost:
            let post = LeadershipPost(post: .chair, personName: "王", chosenBy: .elected, termBegan: day)
            return { _ = try await RecordLeadershipPost(registry: registry)(number, post, as: caller) }
        case .recordCharter:
            return { _ = try await RecordCharter(registry: registry)(number, Charter(version: 1, adoptedOn: day, clauses: []), as: caller) }
        case .recordGovernanceBody:
            return {
                _ = try await RecordGovernanceBody(registry: registry)(number, GovernanceBody(kind: .council, formedOn: day), as: caller)
            }
        case .recordMeeting:
            let meeting = GovernanceMeeting(body: .council, heldOn: day, present: 1, entitled: 2)
            return { _ = try await RecordMeeting(registry: registry)(number, meeting, as: caller) }
        case .recordMoneyControls:
            let controls = MoneyControls(since: day, ownAccount: true, twoSignatures: true, accountsShown: true)
            return { _ = try await RecordMoneyControls(registry: registry)(number, controls, as: caller) }
        case .recordServiceBoundary:
            let boundary = ServiceBoundary(since: day, content: "唱歌", areas: [])
            return { _ = try await RecordServiceBoundary(registry: registry)(number, boundary, as: caller) }
        default: return nil
        }
    }

    private static func onPeople(_ act: Act, _ number: OrganizationNumber, _ test: TestRegistry) throws -> Body? {
        let (registry, caller) = (test.registry, test.caller)
        switch act {
        case .viewPeople:
            return { _ = try await DisclosePeople(registry: registry)(.organization(number), for: .review, note: nil, as: caller) }
        case .exportPeople:
            let note = String(repeating: "长", count: 201)
            return { _ = try await DisclosePeople(registry: registry)(.district(number.district), for: .review, note: note, as: caller) }
        case .erasePerson: return { _ = try await ErasePerson(registry: registry)(7, of: number, on: .unlawful, as: caller) }
        case .restrictPerson:
            return { _ = try await RestrictPerson(registry: registry)(7, of: number, on: .legalRetention, until: nil, as: caller) }
        case .applyRetention:
            let stranger = Caller(account: try #require(AccountNumber(rawValue: 7)), holdings: [], isTwoFactor: true)
            return { _ = try await ApplyRetention(registry: registry)(isRehearsal: true, as: stranger) }
        case .releasePerson: return { _ = try await ReleasePerson(registry: registry)(7, of: number, as: caller) }
        default: return nil
        }
    }

    private static func onRecords(_ act: Act, _ number: OrganizationNumber, _ test: TestRegistry) throws -> Body? {
        let (registry, caller, day) = (test.registry, test.caller, try test.day("2024-12-31"))
        switch act {
        case .recordAccounts:
            let accounts = YearlyAccounts(periodEnd: day, receivedOn: try test.day("2025-03-01"), income: Money(minorUnits: 1))
            return { _ = try await RecordAccounts(registry: registry)(number, accounts, as: caller) }
        case .recordActivity:
            return {
                _ = try await RecordActivity(registry: registry)(number, Activity(heldOn: day, kind: .visit, title: "走访"), as: caller)
            }
        case .recordReport:
            let report = AnnualReport(periodEnd: day, dueOn: try test.day("2025-05-31"))
            return { _ = try await RecordReport(registry: registry)(number, report, as: caller) }
        default: return nil
        }
    }

    private static func onCase(_ act: Act, _ number: OrganizationNumber, _ test: TestRegistry) throws -> Body {
        let (registry, caller, day) = (test.registry, test.caller, try test.day("2024-01-01"))
        switch act {
        case .openCase: return { _ = try await OpenCase(registry: registry)(number, on: day, reason: nil, as: caller) }
        case .advanceCase:
            return {
                _ = try await AdvanceCase(registry: registry)(number, to: .admitted, on: day, reason: nil, version: 1, as: caller)
            }
        case .reassignPending:
            let item = PendingItemNumber(organization: number, item: 1)
            let owner = PendingOwner.role(.official, in: try test.area())
            return { _ = try await ReassignPending(registry: registry)(item, to: owner, reason: nil, version: 1, as: caller) }
        case .issueSummary: return { _ = try await IssueSummary(registry: registry)(number, as: caller) }
        case .assignMentor:
            return { _ = try await AssignMentor(registry: registry)(number, MentorAssignment(mentorName: "张", from: day), as: caller) }
        default: return try onDecision(act, number, test)
        }
    }

    private static func onDecision(_ act: Act, _ number: OrganizationNumber, _ test: TestRegistry) throws -> Body {
        let registry = test.registry
        let (hub, expert, official) = (try test.person(.hubStaff, 5), try test.person(.reviewer, 6), try test.person(.official, 7))
        switch act {
        case .recordContract:
            let contract = try test.contract(of: " ")
            return { _ = try await RecordContract(registry: registry)(contract, as: official) }
        case .endContract:
            let caller = test.caller
            return { _ = try await EndContract(registry: registry)(99, lastDay: test.day("2026-06-01"), version: 1, as: caller) }
        case .handOverCases:
            let caller = test.caller
            return { _ = try await HandOverCases(registry: registry)(from: 98, to: 99, as: caller) }
        case .declareInterest:
            let other = try test.person(.official, 8)
            return { _ = try await DeclareInterest(registry: registry)(number, hasInterest: false, as: other) }
        case .recommendMove:
            return { _ = try await RecommendMove(registry: registry)(number, to: .graduated, reason: "好", version: 1, as: hub) }
        case .reviewMove:
            return { _ = try await ReviewMove(registry: registry)(number, isEndorsed: true, reason: "好", version: 1, as: expert) }
        case .withdrawDocument:
            return { _ = try await WithdrawDocument(registry: registry)(1, of: number, reason: "误发", as: official) }
        case .decideMove:
            return { _ = try await DecideMove(registry: registry)(number, isApproved: true, reason: "好", version: 1, as: official) }
        default: return try onScoring(act, number, test)
        }
    }

    /// Somebody whose role reaches a district only, or an organization that is not there.
    private static func onScoring(_ act: Act, _ number: OrganizationNumber, _ test: TestRegistry) throws -> Body {
        let (registry, official) = (test.registry, try test.person(.official, 7))
        let rubric = try RubricLibrary.named("pooled-1")
        func handle(_ act: HandledFlag.Act, as caller: Caller? = nil) -> Body {
            { _ = try await HandleFlag(registry: registry)("FIN-RESERVE-NEG", of: number, act, version: 0, as: caller ?? test.caller) }
        }
        let due = try test.day("2026-08-01")
        switch act {
        case .refreshAssessments: return { _ = try await RefreshAssessments(registry: registry)(as: official) }
        case .proposeRubric: return { _ = try await ProposeRubric(registry: registry)(rubric, as: official) }
        case .trialRubric: return { _ = try await TrialRubric(registry: registry)(rubric.hash, as: official) }
        case .activateRubric: return { _ = try await ActivateRubric(registry: registry)(rubric.hash, trial: 1, reason: "x", as: official) }
        case .proposeCalibration: return { _ = try await ProposeCalibration(registry: registry)(area: nil, as: official) }
        case .approveCalibration:
            return { _ = try await ApproveCalibration(registry: registry)(1, from: due, through: nil, as: official) }
        case .assignFlag: return handle(.assign(owner: "account-5", due: due, rule: "r"))
        case .answerFlag: return handle(.answer("好"))
        case .escalateFlag: return handle(.escalate(owner: "account-5", due: due, rule: "r", note: "好"))
        case .resolveFlag: return handle(.resolve("好"))
        case .confirmFlag: return handle(.confirm(.visit, note: "好"), as: official)
        case .recordIntervention:
            let visit = Intervention(kind: .visit, heldOn: try test.day("2026-01-01"), reason: .request)
            return { _ = try await RecordIntervention(registry: registry)(number, visit, as: test.caller) }
        default: throw Unplanned(act: act)
        }
    }

    /// An act that none of the lists above knows.
    struct Unplanned: Error {
        let act: Act
    }
}
