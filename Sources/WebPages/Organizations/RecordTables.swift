import Incubation
import Values
import Workflow

/// A year's accounts as a row.
struct AccountsRowView: Encodable, Sendable {
    let year: String
    let income: String
    let spending: String
    let surplus: String
    let netAssets: String
    let reserve: String
    let members: String
    let received: String

    init(_ accounts: YearlyAccounts, _ w: Words) {
        func money(_ amount: Money?) -> String { amount.map { w($0, accounts.currency) } ?? "–" }
        year = accounts.periodEnd.iso
        (income, spending) = (money(accounts.income), money(accounts.spending))
        surplus = money(accounts.income.flatMap { income in accounts.spending.flatMap { income.subtracting($0) } })
        netAssets = money(accounts.netAssets)
        if let net = accounts.netAssets, let spending = accounts.spending, spending > .zero {
            reserve = w(Catalogue.organization.months(ChartText.number(12 * Double(net.minorUnits) / Double(spending.minorUnits))))
        } else {
            reserve = "–"
        }
        members = accounts.members.map { w($0) } ?? "–"
        received = accounts.receivedOn.iso
    }
}

/// An activity as a row.
struct ActivityRowView: Encodable, Sendable {
    let day: String
    let title: String
    let kind: String
    let participants: String
    let volunteers: String
    let boundary: ChipView?

    init(_ activity: Activity, _ w: Words) {
        day = activity.heldOn.iso
        title = activity.title
        kind = w(activity.kind.words)
        participants = activity.participants.map { w($0) } ?? "–"
        volunteers = activity.volunteers.map { w($0) } ?? "–"
        boundary = activity.insideBoundary.map {
            $0
                ? ChipView(tone: "good", label: w(Catalogue.organization.inside))
                : ChipView(tone: "watch", label: w(Catalogue.organization.outside))
        }
    }
}

/// A yearly report as a row.
struct ReportRowView: Encodable, Sendable {
    let year: String
    let due: String
    let received: String
    let result: ChipView

    init(_ report: AnnualReport, today: Day, _ w: Words) {
        year = report.periodEnd.iso
        due = report.dueOn.iso
        received = report.receivedOn?.iso ?? "–"
        let words = Catalogue.organization
        if let stated = report.result {
            result = ChipView(tone: stated == .qualified ? "good" : stated == .notQualified ? "bad" : "watch", label: w(stated.words))
        } else if report.receivedOn != nil {
            result = ChipView(tone: "plain", label: w(words.received))
        } else {
            result =
                report.dueOn < today
                ? ChipView(tone: "bad", label: w(words.overdue)) : ChipView(tone: "plain", label: w(words.notDueYet))
        }
    }
}
