import SeededRandom
import Testing
import Values

@testable import Appraisal

/// Organizations made up from a seed, with records of every kind before and after the appraisal's day.
struct RandomEvidence {
    var random: Seed
    private var nextID: Int64 = 1

    init(seed: UInt64) {
        random = Seed(seed)
    }

    private mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }
    private mutating func day(_ range: ClosedRange<Int> = 14_000...20_000) -> Day {
        Day(daysSince1970: Int.random(in: range, using: &random)) ?? .earliest
    }
    private mutating func money(_ range: ClosedRange<Int64>) -> Money? {
        chance(0.15) ? nil : Money(minorUnits: chance(0.1) ? 0 : Int64.random(in: range, using: &random))
    }
    private mutating func mark(_ kind: SourceReference.Kind, _ day: Day? = nil) -> RecordMark {
        nextID += 1
        let known = day ?? self.day()
        let replaced = chance(0.2) ? known.adding(days: Int.random(in: 1...900, using: &random)) : nil
        return RecordMark(source: SourceReference(kind: kind, id: nextID), knownOn: known, replacedOn: replaced)
    }

    mutating func organization(population: String = "community") -> Evidence {
        nextID += 1
        var found = Evidence(organization: nextID, population: population, cohort: CohortKey(type: 1, area: 1))
        found.profile = [
            ProfileRecord(record: mark(.organization), foundedOn: day(8_000...16_000), legalStanding: chance(0.8), confirmedOn: day())
        ]
        found.accounts = (0..<Int.random(in: 0...9, using: &random)).map { _ in accounts() }[...]
        found.annualReports =
            (0..<Int.random(in: 0...4, using: &random)).map { _ in
                let end = day()
                let received = chance(0.7) ? end.adding(days: Int.random(in: 30...900, using: &random)) : nil
                return AnnualReportRecord(
                    record: mark(.annualReport, end), periodEnd: end, dueOn: end.adding(months: 5), receivedOn: received)
            }[...]
        found.activityMonths = (0..<Int.random(in: 0...30, using: &random)).map { _ in activityMonth() }[...]
        found.leadershipPosts = (0..<Int.random(in: 0...6, using: &random)).map { _ in post() }[...]
        found.charters =
            (0..<Int.random(in: 0...2, using: &random)).map { _ in
                CharterRecord(
                    record: mark(.charter), adoptedOn: chance(0.8) ? day() : nil, clausesRequired: 12,
                    clausesPresent: Int.random(in: 0...12, using: &random))
            }[...]
        found.governanceBodies =
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
                GovernanceBody(
                    record: mark(.governanceBody), formedOn: chance(0.8) ? day() : nil,
                    meetingsRequiredPerYear: Int.random(in: 0...4, using: &random))
            }[...]
        found.meetings =
            (0..<Int.random(in: 0...8, using: &random)).map { _ in
                let held = day()
                return MeetingRecord(record: mark(.meeting, held), heldOn: held, hadQuorum: chance(0.7))
            }[...]
        found.moneyControls = [
            MoneyControlsRecord(
                record: mark(.moneyControls), hasOwnAccount: chance(0.5), needsTwoPeople: nil, showsAccountsToMembers: chance(0.5))
        ]
        found.serviceBoundaries = [
            ServiceBoundaryRecord(
                record: mark(.serviceBoundary), statesArea: chance(0.8), statesPopulation: chance(0.5), statesServices: true,
                statesLimits: chance(0.5),
                targetPopulation: 200)
        ]
        found.mentors =
            (0..<Int.random(in: 0...4, using: &random)).map { index in
                MentorAssignment(record: mark(.mentorAssignment), mentor: Int64(index), since: day(), until: chance(0.5) ? day() : nil)
            }[...]
        found.incubationStages =
            chance(0.6)
            ? [IncubationStageRecord(record: mark(.incubationCase), stage: "admitted", isIncubation: true, enteredOn: day())] : []
        found.reviews = (0..<Int.random(in: 0...3, using: &random)).map { _ in review() }[...]
        return found
    }

    private mutating func accounts() -> AccountsRecord {
        let end = day()
        var accounts = AccountsRecord(record: mark(.accounts, end.adding(days: Int.random(in: 0...900, using: &random))), periodEnd: end)
        accounts.income = money(0...9_000_000)
        accounts.spending = money(0...9_000_000)
        accounts.assets = money(-100...9_000_000)
        accounts.liabilities = money(0...9_000_000)
        accounts.netAssets = money(-5_000_000...9_000_000)
        accounts.cash = money(-1_000...5_000_000)
        accounts.members = chance(0.2) ? nil : Int.random(in: 0...400, using: &random)
        accounts.incomeMix = IncomeMix(
            (0..<Int.random(in: 0...4, using: &random)).map { index in
                IncomeLine(
                    amount: Money(minorUnits: Int64.random(in: -1_000...900_000, using: &random)), isPublicMoney: chance(0.5),
                    funder: Int64(index))
            })
        return accounts
    }

    private mutating func activityMonth() -> ActivityMonth {
        let day = day()
        var month = ActivityMonth(record: mark(.activity, day), month: day, activities: Int.random(in: 0...9, using: &random))
        month.activePeople = chance(0.2) ? nil : Double(Int.random(in: 0...40, using: &random))
        month.participantsInYear = chance(0.5) ? nil : Double(Int.random(in: 0...400, using: &random))
        month.outsideBoundary = chance(0.5) ? nil : Int.random(in: 0...3, using: &random)
        month.results = chance(0.5) ? nil : Int.random(in: 0...2, using: &random)
        month.contributions = (0..<3).map { PersonContribution(person: Int64($0), hours: Double(Int.random(in: 0...20, using: &random))) }
        return month
    }

    private mutating func post() -> LeadershipPost {
        var post = LeadershipPost(
            record: mark(.leadershipPost), post: ["chair", "secretary", "treasurer"].randomElement(using: &random) ?? "chair",
            isKey: chance(0.8),
            person: chance(0.8) ? Int64.random(in: 1...4, using: &random) : nil, since: day())
        post.termEndsOn = chance(0.6) ? day() : nil
        post.until = chance(0.4) ? day() : nil
        post.lastActedOn = chance(0.6) ? day() : nil
        return post
    }

    private mutating func review() -> ReviewRecord {
        let held = day()
        var review = ReviewRecord(record: mark(.review, held), heldOn: held)
        review.grade = chance(0.5) ? Double(Int.random(in: 0...4, using: &random)) : nil
        review.openItems = chance(0.5) ? Int.random(in: 0...6, using: &random) : nil
        review.ordersExtraReviews = chance(0.5) ? chance(0.3) : nil
        review.elementGrades = [
            ElementGrade(
                element: "charter", reviewer: Int64.random(in: 1...3, using: &random), grade: Double.random(in: 0...4, using: &random))
        ]
        return review
    }
}
