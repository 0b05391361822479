import Access
import Incubation
import Values
import Workflow

private let labels = Catalogue.fields

/// A year's accounts.
struct AccountsForm: RecordForm {
    let act = Act.recordAccounts
    let path = "/accounts/new"
    let title = Catalogue.forms.accounts
    let anchor = "accounts"

    func groups(_: FormVisit) -> [FormGroup] {
        func amount(_ name: String, _ label: BilingualText) -> FormField {
            FormField(name: name, label: label, kind: .amount, isOptional: true, longest: 20)
        }
        return [
            FormGroup(
                legend: labels.year,
                fields: [
                    FormField(name: "periodEnd", label: labels.periodEnd, kind: .day, hint: labels.periodHint),
                    FormField(name: "receivedOn", label: labels.receivedOn, kind: .day),
                ]),
            FormGroup(
                legend: labels.totals,
                fields: [
                    amount("income", labels.income), amount("spending", labels.spending),
                    amount("administrativeSpending", labels.administrative),
                ]),
            FormGroup(
                legend: labels.sources, fields: IncomeSource.allCases.map { amount("incomeBySource.\($0.rawValue)", $0.words) }),
            FormGroup(
                legend: labels.balance,
                fields: [
                    amount("assets", labels.assets), amount("cash", labels.cash), amount("liabilities", labels.liabilities),
                    amount("netAssets", labels.netAssets),
                    FormField(name: "members", label: labels.members, kind: .count, isOptional: true),
                    FormField(name: "staff", label: labels.staff, kind: .count, isOptional: true),
                ]),
        ]
    }

    func beginning(_ visit: FormVisit) -> FormBeginning {
        let last = visit.registry.today.year - 1
        return FormBeginning(values: [("periodEnd", "\(last)-12-31"), ("receivedOn", visit.registry.today.iso)])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> YearlyAccounts? {
        let (period, received) = (reader.day("periodEnd"), reader.day("receivedOn"))
        var sources: [IncomeSource: Money] = [:]
        for source in IncomeSource.allCases { sources[source] = reader.money("incomeBySource.\(source.rawValue)") }
        let names = ["income", "spending", "administrativeSpending", "assets", "cash", "liabilities", "netAssets"]
        let amounts = names.map { reader.money($0) }
        let (members, staff) = (reader.count("members"), reader.count("staff"))
        guard let period, let received else { return nil }
        return YearlyAccounts(
            periodEnd: period, receivedOn: received, income: amounts[0], incomeBySource: sources, spending: amounts[1],
            administrativeSpending: amounts[2], assets: amounts[3], cash: amounts[4], liabilities: amounts[5], netAssets: amounts[6],
            members: members, staff: staff)
    }

    func record(_ content: YearlyAccounts, _ visit: FormVisit, as caller: Caller) async throws -> [YearlyAccounts] {
        try await RecordAccounts(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}

/// An activity.
struct ActivityForm: RecordForm {
    let act = Act.recordActivity
    let path = "/activities/new"
    let title = Catalogue.forms.activity
    let anchor = "activities"

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "title", label: labels.title, kind: .text),
                FormField(name: "heldOn", label: labels.heldOn, kind: .day),
                FormField(name: "kind", label: labels.activityKind, kind: .choice(FormOption.all(ActivityKind.self, \.words))),
                FormField(name: "participants", label: labels.participants, kind: .count, isOptional: true),
                FormField(name: "volunteers", label: labels.volunteers, kind: .count, isOptional: true),
                FormField(name: "volunteerHours", label: labels.volunteerHours, kind: .count, isOptional: true),
                FormField(name: "insideBoundary", label: labels.insideBoundary, kind: .yesNo, isOptional: true),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Activity? {
        let (title, held, kind) = (reader.text("title"), reader.day("heldOn"), reader.code("kind", ActivityKind.self))
        let counts = ["participants", "volunteers", "volunteerHours"].map { reader.count($0) }
        let inside = reader.yesNo("insideBoundary")
        guard let title, let held, let kind else { return nil }
        return Activity(
            heldOn: held, kind: kind, title: title, participants: counts[0], volunteers: counts[1], volunteerHours: counts[2],
            insideBoundary: inside)
    }

    func record(_ content: Activity, _ visit: FormVisit, as caller: Caller) async throws -> Activity {
        try await RecordActivity(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}

/// An annual report that is owed or has come.
struct ReportForm: RecordForm {
    let act = Act.recordReport
    let path = "/reports/new"
    let title = Catalogue.forms.report
    let anchor = "reports"

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "periodEnd", label: labels.periodEnd, kind: .day, hint: labels.periodHint),
                FormField(name: "dueOn", label: labels.dueOn, kind: .day),
                FormField(name: "receivedOn", label: labels.reportReceived, kind: .day, hint: labels.reportHint, isOptional: true),
                FormField(
                    name: "result", label: labels.result, kind: .choice(FormOption.all(InspectionResult.self, \.words)), isOptional: true),
            ])
        ]
    }

    func beginning(_ visit: FormVisit) -> FormBeginning {
        let year = visit.registry.today.year
        return FormBeginning(values: [("periodEnd", "\(year - 1)-12-31"), ("dueOn", "\(year)-05-31")])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> AnnualReport? {
        let (period, due, received) = (reader.day("periodEnd"), reader.day("dueOn"), reader.day("receivedOn"))
        let result = reader.code("result", InspectionResult.self)
        guard let period, let due else { return nil }
        return AnnualReport(periodEnd: period, dueOn: due, receivedOn: received, result: result)
    }

    func record(_ content: AnnualReport, _ visit: FormVisit, as caller: Caller) async throws -> [AnnualReport] {
        try await RecordReport(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}

/// A mentor.
struct MentorForm: RecordForm {
    let act = Act.assignMentor
    let path = "/mentors/new"
    let title = Catalogue.forms.mentor
    let anchor = "incubation"

    func groups(_: FormVisit) -> [FormGroup] {
        [
            FormGroup(fields: [
                FormField(name: "mentorName", label: labels.mentorName, kind: .text),
                FormField(name: "from", label: labels.from, kind: .day),
                FormField(name: "until", label: labels.until, kind: .day, isOptional: true),
            ])
        ]
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> MentorAssignment? {
        let (name, from, until) = (reader.text("mentorName"), reader.day("from"), reader.day("until"))
        guard let name, let from else { return nil }
        return MentorAssignment(mentorName: name, from: from, until: until)
    }

    func record(_ content: MentorAssignment, _ visit: FormVisit, as caller: Caller) async throws -> [MentorAssignment] {
        try await AssignMentor(registry: visit.registry)(visit.organization(), content, as: caller)
    }
}
