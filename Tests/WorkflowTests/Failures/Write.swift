import Access
import Incubation
import Testing
import Values
import Workflow

/// Something that writes to the register.
struct Write: Sendable, CustomTestStringConvertible {
    typealias Body = @Sendable (TestRegistry, Attempt) async throws -> Void

    /// The act that its one event names, or its last one.
    let act: Act
    /// The act that another event names before.
    let earlier: Act?
    let name: String
    /// What must be there first.
    let prepare: Body
    let run: Body
    /// Whether doing it again after a failure must lead to the same end as doing it once.
    let isRepeatable: Bool

    init(
        _ act: Act, after earlier: Act? = nil, _ name: String, isRepeatable: Bool = false,
        prepare: @escaping Body = { _, _ in }, _ run: @escaping Body
    ) {
        (self.act, self.earlier) = (act, earlier)
        self.name = name
        self.prepare = prepare
        self.run = run
        self.isRepeatable = isRepeatable
    }

    var testDescription: String { name }

    static let all = organizations + elements + records + cases + deadlines + imports + assessments + scoring + accounts + people

    private static let organizations = [
        Write(.createOrganization, "create an organization") { test, attempt in
            _ = try await CreateOrganization(registry: test.registry)(wholeDraft(test, attempt, "社"), as: test.caller)
        },
        Write(.editOrganization, "edit an organization") { test, attempt in
            var draft = try wholeDraft(test, attempt, "新团")
            draft.particulars.creditCode = nil
            draft.particulars.legalForm = .unincorporated
            _ = try await EditOrganization(registry: test.registry)(attempt.organization, version: 1, to: draft, as: test.caller)
        },
        Write(.recordLegalStatus, "record a legal status") { test, attempt in
            let step = LegalStatusStep(status: .filingCancelled, since: try test.day("2025-01-01"), office: "城东街道")
            _ = try await RecordLegalStatus(registry: test.registry)(attempt.organization, version: 1, step: step, as: test.caller)
        },
        Write(.addArea, "add an area") { test, attempt in
            let area = Area(
                code: try test.area(attempt.area), name: "社区\(attempt.mark)", level: .community, parent: try test.area("320613001"))
            _ = try await AddArea(registry: test.registry)(area, as: test.caller)
        },
    ]

    private static func wholeDraft(_ test: TestRegistry, _ attempt: Attempt, _ name: String) throws -> OrganizationDraft {
        var draft = try test.draft(
            name + attempt.mark, form: .socialServiceInstitution, status: .registered, code: attempt.creditCode)
        draft.contacts = [Contact(kind: .telephone, value: "0513-0"), Contact(kind: .email, value: "a@example.org", person: "王")]
        draft.serviceAreas = [try test.area("320613001"), try test.area("320613002")]
        draft.classifications = [Classification(scheme: "6631", code: "environment")]
        return draft
    }

    private static let elements = [
        Write(.recordLeadershipPost, "record a leader") { test, attempt in
            let post = LeadershipPost(post: .chair, personName: "王", chosenBy: .elected, termBegan: try test.day("2024-01-01"))
            _ = try await RecordLeadershipPost(registry: test.registry)(attempt.organization, post, as: test.caller)
        },
        Write(.recordCharter, "record a charter") { test, attempt in
            let charter = Charter(version: 1, adoptedOn: try test.day("2024-01-01"), clauses: [.purpose, .finance])
            _ = try await RecordCharter(registry: test.registry)(attempt.organization, charter, as: test.caller)
        },
        Write(.recordGovernanceBody, "record a body") { test, attempt in
            let body = GovernanceBody(kind: .council, formedOn: try test.day("2024-01-01"))
            _ = try await RecordGovernanceBody(registry: test.registry)(attempt.organization, body, as: test.caller)
        },
        Write(.recordMeeting, "record a meeting") { test, attempt in
            let meeting = GovernanceMeeting(body: .council, heldOn: try test.day("2024-01-01"), present: 5, entitled: 7)
            _ = try await RecordMeeting(registry: test.registry)(attempt.organization, meeting, as: test.caller)
        },
        Write(.recordMoneyControls, "record money controls") { test, attempt in
            let controls = MoneyControls(since: try test.day("2024-01-01"), ownAccount: true, twoSignatures: false, accountsShown: true)
            _ = try await RecordMoneyControls(registry: test.registry)(attempt.organization, controls, as: test.caller)
        },
        Write(.recordServiceBoundary, "record a service boundary") { test, attempt in
            let boundary = ServiceBoundary(since: try test.day("2024-01-01"), content: "唱歌", areas: [try test.area("320613001")])
            _ = try await RecordServiceBoundary(registry: test.registry)(attempt.organization, boundary, as: test.caller)
        },
    ]

    private static let records = [
        Write(.recordAccounts, "record accounts") { test, attempt in
            let accounts = YearlyAccounts(
                periodEnd: try test.day("2024-12-31"), receivedOn: try test.day("2025-03-01"), currency: "CNY",
                income: Money(minorUnits: 100), incomeBySource: [.donations: Money(minorUnits: 100)])
            _ = try await RecordAccounts(registry: test.registry)(attempt.organization, accounts, as: test.caller)
        },
        Write(.recordActivity, "record an activity") { test, attempt in
            let activity = Activity(heldOn: try test.day("2024-12-31"), kind: .visit, title: "走访")
            _ = try await RecordActivity(registry: test.registry)(attempt.organization, activity, as: test.caller)
        },
        Write(.recordReport, "record a report", isRepeatable: true) { test, attempt in
            let report = AnnualReport(periodEnd: try test.day("2024-12-31"), dueOn: try test.day("2025-05-31"))
            _ = try await RecordReport(registry: test.registry)(attempt.organization, report, as: test.caller)
        },
    ]

    private static let open: Body = { test, attempt in
        _ = try await OpenCase(registry: test.registry)(attempt.organization, on: test.day("2024-02-01"), reason: nil, as: test.caller)
    }

    /// Two contracts, one of which has a case.
    private static let contracts: Body = { test, attempt in
        let record = RecordContract(registry: test.registry)
        _ = try await record(test.contract(of: attempt.mark), as: test.caller)
        try await open(test, attempt)
        _ = try await record(test.contract(of: attempt.mark + "!"), as: test.caller)
    }

    private static let incubating: Body = { test, attempt in
        try await open(test, attempt)
        let advance = AdvanceCase(registry: test.registry)
        let day = try test.day("2024-03-01")
        _ = try await advance(attempt.organization, to: .admitted, on: day, reason: nil, version: 1, as: test.caller)
        _ = try await advance(attempt.organization, to: .incubating, on: day, reason: nil, version: 2, as: test.caller)
    }

    private static let onlyRecommended: Body = { test, attempt in
        try await incubating(test, attempt)
        _ = try await RecommendMove(registry: test.registry)(
            attempt.organization, to: .graduated, reason: "四要素齐备", version: 3, as: test.person(.hubStaff, 5))
    }

    private static let onlyReviewed: Body = { test, attempt in
        try await onlyRecommended(test, attempt)
        try await reviewAndDeclare(test, attempt)
    }

    private static let reviewAndDeclare: Body = { test, attempt in
        _ = try await ReviewMove(registry: test.registry)(
            attempt.organization, isEndorsed: true, reason: "评审通过", version: 1, declaringNoInterest: true, as: test.person(.reviewer, 6))
    }

    private static let recommended: Body = { test, attempt in
        try await onlyRecommended(test, attempt)
        let number = attempt.organization
        let declare = DeclareInterest(registry: test.registry)
        _ = try await declare(number, hasInterest: false, as: test.person(.reviewer, 6))
        _ = try await declare(number, hasInterest: false, as: test.person(.official, 7))
    }

    private static let reviewed: Body = { test, attempt in
        try await recommended(test, attempt)
        _ = try await ReviewMove(registry: test.registry)(
            attempt.organization, isEndorsed: true, reason: "评审通过", version: 1, as: test.person(.reviewer, 6))
    }

    private static let cases = [
        Write(.openCase, "open a case", open),
        Write(.advanceCase, "advance a case", prepare: open) { test, attempt in
            _ = try await AdvanceCase(registry: test.registry)(
                attempt.organization, to: .admitted, on: test.day("2024-03-01"), reason: "材料齐全", version: 1, as: test.caller)
        },
        Write(.recordContract, "record a contract") { test, attempt in
            _ = try await RecordContract(registry: test.registry)(test.contract(of: attempt.mark), as: test.caller)
        },
        Write(.endContract, "end a contract", prepare: contracts) { test, attempt in
            let number = try await test.contractNumber(of: attempt.mark)
            _ = try await EndContract(registry: test.registry)(number, lastDay: test.day("2026-06-01"), version: 1, as: test.caller)
        },
        Write(.handOverCases, "hand cases over", isRepeatable: true, prepare: contracts) { test, attempt in
            let (from, to) = (try await test.contractNumber(of: attempt.mark), try await test.contractNumber(of: attempt.mark + "!"))
            _ = try await HandOverCases(registry: test.registry)(from: from, to: to, as: test.caller)
        },
        Write(.declareInterest, "declare an interest", prepare: incubating) { test, attempt in
            _ = try await DeclareInterest(registry: test.registry)(attempt.organization, hasInterest: true, as: test.person(.official, 8))
        },
        Write(.recommendMove, "recommend a move", prepare: incubating) { test, attempt in
            _ = try await RecommendMove(registry: test.registry)(
                attempt.organization, to: .graduated, reason: "四要素齐备", version: 3, as: test.person(.hubStaff, 5))
        },
        Write(.reviewMove, "review a move", prepare: recommended) { test, attempt in
            _ = try await ReviewMove(registry: test.registry)(
                attempt.organization, isEndorsed: true, reason: "评审通过", version: 1, as: test.person(.reviewer, 6))
        },
        Write(.reviewMove, after: .declareInterest, "review a move and declare with it", prepare: onlyRecommended, reviewAndDeclare),
        Write(.decideMove, after: .declareInterest, "decide a move and declare with it", prepare: onlyReviewed) { test, attempt in
            _ = try await DecideMove(registry: test.registry)(
                attempt.organization, isApproved: true, reason: "同意", version: 2, declaringNoInterest: true, as: test.person(.official, 7))
        },
        Write(.decideMove, "decide a move", prepare: reviewed) { test, attempt in
            _ = try await DecideMove(registry: test.registry)(
                attempt.organization, isApproved: true, reason: "同意", version: 2, as: test.person(.official, 7))
        },
        Write(.issueSummary, "issue a summary") { test, attempt in
            _ = try await IssueSummary(registry: test.registry)(attempt.organization, as: test.caller)
        },
        Write(
            .withdrawDocument, "withdraw a document",
            prepare: { test, attempt in _ = try await IssueSummary(registry: test.registry)(attempt.organization, as: test.caller) },
            { test, attempt in
                let document = try #require(
                    try await ListDocuments(registry: test.registry)(attempt.organization, as: test.caller).first
                ).document
                _ = try await WithdrawDocument(registry: test.registry)(
                    document.number, of: attempt.organization, reason: "误发", as: test.person(.official, 7))
            }),
        Write(.reassignPending, "hand over what waits", prepare: open) { test, attempt in
            let filter = PendingFilter(organization: attempt.organization)
            let waiting = try await ListPending(registry: test.registry)(filter, page: PageRequest(), as: test.caller).items
            let item = try #require(waiting.first).item
            _ = try await ReassignPending(registry: test.registry)(
                item.number, to: .role(.official, in: test.area()), reason: "移交", version: 1, as: test.caller)
        },
        Write(.assignMentor, "assign a mentor") { test, attempt in
            let mentor = MentorAssignment(mentorName: "张", from: try test.day("2024-03-01"))
            _ = try await AssignMentor(registry: test.registry)(attempt.organization, mentor, as: test.caller)
        },
    ]

    private static let assessments = [
        Write(
            .runAssessment, "assess a community",
            prepare: { test, attempt in
                let area = Area(
                    code: try test.area(attempt.area), name: "社区\(attempt.mark)", level: .community, parent: try test.area("320613001"))
                _ = try await AddArea(registry: test.registry)(area, as: test.caller)
                let draft = try test.draft("社" + attempt.mark, area: attempt.area)
                _ = try await CreateOrganization(registry: test.registry)(draft, as: test.caller)
            },
            { test, attempt in
                _ = try await RunAssessment(registry: test.registry)(
                    asOf: try test.day("2026-06-30"), area: try test.area(attempt.area),
                    rubric: try RubricLibrary.named(RubricLibrary.standard), as: test.caller)
            })
    ]

    private static let deadlines = [
        // What earlier attempts have left to do is done before.
        Write(
            .runDeadlines, "run the deadlines", isRepeatable: true,
            prepare: { test, attempt in
                _ = try await RunDeadlines(registry: test.registry)(as: test.caller)
                try await open(test, attempt)
            }
        ) { test, _ in
            _ = try await RunDeadlines(registry: test.registry)(as: test.caller)
        },
        Write(.enterCalendar, "enter a calendar") { test, attempt in
            _ = try await EnterCalendar(registry: test.registry)(try TestCalendars.made(attempt.year), following: nil, as: test.caller)
        },
    ]

    private static let imports = [
        Write(.importTable, "import organizations", isRepeatable: true) { test, attempt in
            let mark = attempt.mark
            var table = TestTable(
                .organizations,
                """
                name,legalForm,legalStatus,legalStatusSince,area,creditCode,sourceScheme,sourceKey,serviceAreas,classifications,telephone
                甲\(mark),socialServiceInstitution,registered,2024-01-15,320613001,\(try attempt.creditCode),,,320613001,6631:environment,0513-0
                乙\(mark),unincorporated,filed,2024-01-15,320613001,,list,\(mark),,,
                丙\(mark),unincorporated,filed,2024-01-15,320613002,,,,,,
                """)
            table.rowsPerChunk = 2
            try await test.importing(table)
        },
        Write(.importTable, "import areas", isRepeatable: true) { test, attempt in
            try await test.importing(
                TestTable(.areas, "code,name,level,parent\n\(attempt.area),社区\(attempt.mark),community,320613001\n"))
        },
        Write(.importTable, "import activities", isRepeatable: true) { test, attempt in
            let number = attempt.organization
            try await test.importing(
                TestTable(.activities, "organization,heldOn,kind,title\n\(number),2024-01-01,visit,走访\n\(number),2024-01-02,visit,走访\n"))
        },
        Write(.importTable, "import a case", isRepeatable: true) { test, attempt in
            let number = attempt.organization
            try await test.importing(
                TestTable(.cases, "organization,stage,enteredOn\n\(number),opened,2024-01-01\n\(number),admitted,2024-01-01\n"))
        },
        Write(.importTable, "import a legal status", isRepeatable: true) { test, attempt in
            try await test.importing(
                TestTable(.statuses, "organization,status,since\n\(attempt.organization),filingCancelled,2025-01-01\n"))
        },
    ]
}
