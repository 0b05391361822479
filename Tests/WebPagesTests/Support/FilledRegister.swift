import Appraisal
import Incubation
import Store
import Testing
import Values
import Workflow

/// An organization with everything in its file, and the texts that stand in it.
struct FilledRegister: Sendable {
    let number: OrganizationNumber
    /// A flag that the newest assessment raises.
    private(set) var flag = ""
    /// A summary of the organization's file.
    let document: Int64
    /// A table that was tried.
    private(set) var imported: Int64 = 0
    /// What waits, about another organization.
    let waiting: PendingItemNumber

    /// - Parameter text: stands in every field that takes a text of a person's choosing.
    init(in pages: PagesUnderTest, text: String = "城东") async throws {
        func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
        let (registry, caller) = (pages.registry, Caller.localOperator)
        let area = try #require(AreaCode("320613001"))
        _ = try await RecordContract(registry: registry)(
            HubContract(
                hub: text, purchaser: text, area: try #require(AreaCode("320613")), from: try day("2024-01-01"),
                until: try day("2027-12-31")),
            as: caller)
        let draft = OrganizationDraft(
            particulars: OrganizationParticulars(
                name: "\(text)合唱团", englishName: "\(text) Choir", category: .cultureSport, legalForm: .unincorporated, area: area,
                filingNumber: text, foundedOn: try day("2019-05-04")),
            firstStep: LegalStatusStep(status: .filed, since: try day("2020-01-15"), office: text, documentNumber: text),
            serviceAreas: [area], classifications: [Classification(scheme: "6631", code: "cultureSportEducation")],
            contacts: [Contact(kind: .telephone, value: text, person: text)])
        number = try await CreateOrganization(registry: registry)(draft, as: caller).file.organization.number
        document = try await IssueSummary(registry: registry)(number, as: caller).document.number
        let other = try await CreateOrganization(registry: registry)(draft, as: caller).file.organization.number
        _ = try await OpenCase(registry: registry)(other, on: try day("2026-06-25"), reason: text, as: caller)
        let pending = try await ListPending(registry: registry)(PendingFilter(), page: PageRequest(), as: caller)
        waiting = try #require(pending.items.first).item.number
        _ = try await RecordLeadershipPost(registry: registry)(
            number,
            LeadershipPost(
                post: .chair, personName: text, chosenBy: .elected, termBegan: try day("2024-01-15"), termEnds: try day("2025-01-14")),
            as: caller)
        _ = try await RecordCharter(registry: registry)(
            number,
            Charter(
                version: 1, adoptedOn: try day("2024-01-10"), reviewedOn: try day("2025-01-10"), clauses: [.purpose],
                adoption: AdoptionVote(entitled: 30, inFavour: 25, against: 1, abstained: 2)), as: caller)
        _ = try await RecordGovernanceBody(registry: registry)(
            number, GovernanceBody(kind: .council, formedOn: try day("2024-01-15"), memberCount: 5, meetingsPerYear: 4), as: caller)
        _ = try await RecordMeeting(registry: registry)(
            number, GovernanceMeeting(body: .council, heldOn: try day("2026-04-02"), present: 4, entitled: 5), as: caller)
        _ = try await RecordMoneyControls(registry: registry)(
            number, MoneyControls(since: try day("2024-01-15"), ownAccount: false, twoSignatures: true, accountsShown: true), as: caller)
        _ = try await RecordServiceBoundary(registry: registry)(
            number,
            ServiceBoundary(
                since: try day("2024-01-15"), content: text, peopleServed: text, targetPopulation: 300, limits: text, form: text,
                areas: [area]), as: caller)
        try await fill(registry, caller, text: text)
        let flags = try await ShowFlags(registry: registry)(number, as: caller)
        flag = try #require(flags.first).code
        try await work(on: flags, registry, text: text)
        let table = TableText(name: text, bytes: Array("name,area\n\"\(text.replacing("\"", with: "\"\""))\",320613001\n".utf8))
        let tried = ImportRequest(
            table, kind: .organizations, columns: table.columns(of: .organizations), skipsBadRows: false, isRehearsal: true)
        imported = try await WatchedImport(registry: registry)(
            tried, from: table, size: ImportSize(bytes: Int64(table.bytes.count)), as: caller
        ).job
    }

    /// Somebody has a flag, and somebody was there.
    private func work(on flags: [FlagFile], _ registry: Registry, text: String) async throws {
        func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
        let handle = HandleFlag(registry: registry)
        let code = try #require(flags.last).code
        _ = try await handle(
            code, of: number, .assign(owner: "account-5", due: try day("2026-06-01"), rule: "by-hand"), version: 0, as: .localOperator)
        _ = try await handle(code, of: number, .answer(text), version: 1, as: .localOperator)
        _ = try await RecordIntervention(registry: registry)(
            number, Intervention(kind: .visit, heldOn: try day("2026-06-20"), reason: .flag, flag: code, result: text), as: .localOperator)
    }

    private func fill(_ registry: Registry, _ caller: Caller, text: String) async throws {
        func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
        for year in 2024...2025 {
            _ = try await RecordAccounts(registry: registry)(
                number,
                YearlyAccounts(
                    periodEnd: try day("\(year)-12-31"), receivedOn: try day("\(year + 1)-03-20"), income: Money(minorUnits: 1_200_050),
                    incomeBySource: [.government: Money(minorUnits: 1_000_000), .membershipFees: Money(minorUnits: 200_050)],
                    spending: Money(minorUnits: 1_500_005), assets: Money(minorUnits: 100), liabilities: Money(minorUnits: 300),
                    netAssets: Money(minorUnits: -200), members: 9), as: caller)
            _ = try await RecordReport(registry: registry)(
                number,
                AnnualReport(
                    periodEnd: try day("\(year)-12-31"), dueOn: try day("\(year + 1)-05-31"),
                    receivedOn: year == 2024 ? try day("2025-06-20") : nil, result: year == 2024 ? .basicallyQualified : nil), as: caller)
        }
        _ = try await RecordActivity(registry: registry)(
            number,
            Activity(heldOn: try day("2026-05-01"), kind: .event, title: text, participants: 120, volunteers: 12, insideBoundary: true),
            as: caller)
        let opened = try await OpenCase(registry: registry)(number, on: try day("2024-02-01"), reason: text, as: caller)
        _ = try await AdvanceCase(registry: registry)(
            number, to: .admitted, on: try day("2024-03-01"), reason: text, version: opened.version, as: caller)
        _ = try await AssignMentor(registry: registry)(
            number, MentorAssignment(mentorName: text, from: try day("2024-03-01")), as: caller)
        let rubric = try RubricLibrary.named(RubricLibrary.standard)
        for date in ["2025-06-30", "2026-06-30"] {
            _ = try await RunAssessment(registry: registry)(asOf: try day(date), area: AreaCode("320613"), rubric: rubric, as: caller)
        }
    }

    /// A page's address, with its parameters filled in.
    func address(_ path: String) -> String {
        let values = [
            ("{number}/pending/{item}", "\(waiting.organization)/pending/\(waiting.item)"), ("{number}", number.description),
            ("{document}", String(document)), ("{code}", "320613"), ("{account}", "1"), ("{contract}", "1"), ("{person}", "1"),
            ("{year}", "2026"), ("{name}", RubricLibrary.standard), ("{flag}", flag), ("{calibration}", "1"), ("{trial}", "1"),
            ("{import}", String(imported)),
        ]
        return values.reduce(path) { $0.replacing($1.0, with: $1.1) }
    }

    /// Five organizations of another district left, which is enough to learn from, and another rubric is tried.
    func learn(in pages: PagesUnderTest, text: String = "城东") async throws {
        func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
        let (registry, caller) = (pages.registry, Caller.localOperator)
        let area = try #require(AreaCode("320612001"))
        for number in 1...6 {
            let draft = OrganizationDraft(
                particulars: OrganizationParticulars(
                    name: "\(text)第\(number)团", category: .cultureSport, legalForm: .unincorporated, area: area),
                firstStep: LegalStatusStep(status: .filed, since: try day("2023-06-01")))
            let made = try await CreateOrganization(registry: registry)(draft, as: caller).file.organization
            guard number <= 5 else { continue }
            _ = try await RecordLegalStatus(registry: registry)(
                made.number, version: made.version, step: LegalStatusStep(status: .filingCancelled, since: try day("2024-06-15")),
                as: caller)
        }
        _ = try await ProposeCalibration(registry: registry)(area: AreaCode("320612"), as: caller)
        _ = try await TrialRubric(registry: registry)(try RubricLibrary.named("pooled-1").hash, as: caller)
    }
}
