import HTTPSupport
import Incubation
import Values
import Workflow

extension YearlyAccounts {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            periodEnd: try fields.value("periodEnd", .day), receivedOn: try fields.value("receivedOn", .day),
            currency: try fields.optional("currency", .text(longest: 3)) ?? "CNY", income: try fields.optional("income", .money),
            incomeBySource: try fields.optional(
                "incomeBySource", .object { (amounts: inout JSONFields) throws(Refusal) in try Self.income(&amounts) }) ?? [:],
            spending: try fields.optional("spending", .money),
            administrativeSpending: try fields.optional("administrativeSpending", .money), assets: try fields.optional("assets", .money),
            cash: try fields.optional("cash", .money), liabilities: try fields.optional("liabilities", .money),
            netAssets: try fields.optional("netAssets", .money), members: try fields.optional("members", .count),
            staff: try fields.optional("staff", .count))
    }

    private static func income(_ fields: inout JSONFields) throws(Refusal) -> [IncomeSource: Money] {
        var amounts: [IncomeSource: Money] = [:]
        for source in IncomeSource.allCases { amounts[source] = try fields.optional(source.rawValue, .money) }
        return amounts
    }
}

extension Activity {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            heldOn: try fields.value("heldOn", .day), kind: try fields.value("kind", .code),
            title: try fields.value("title", .text(longest: 200)), participants: try fields.optional("participants", .count),
            volunteers: try fields.optional("volunteers", .count), volunteerHours: try fields.optional("volunteerHours", .count),
            insideBoundary: try fields.optional("insideBoundary", .boolean))
    }
}

extension AnnualReport {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            periodEnd: try fields.value("periodEnd", .day), dueOn: try fields.value("dueOn", .day),
            receivedOn: try fields.optional("receivedOn", .day), result: try fields.optional("result", .code))
    }
}

extension MentorAssignment {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            mentorName: try fields.value("mentorName", .text(longest: 200)), from: try fields.value("from", .day),
            until: try fields.optional("until", .day))
    }
}
