package import Appraisal
package import Incubation
import Postgres
import Store
package import Values

/// A flag of an organization: what raised it, and what is done about it.
package struct FlagFile: Hashable, Sendable {
    package let organization: OrganizationNumber
    package let code: String
    /// The day of the first of the evaluations in a row that raised it.
    package let raisedOn: Day
    package let severity: FlagRule.Severity
    /// Goes up with everything that is done about it; 0 for a flag that nobody has touched.
    package let version: Int64
    package let work: HandledFlag
    /// As the newest assessment shows it; nil for one that is no longer raised.
    package let finding: AssessmentDetail.Flag?
    /// The oldest step first.
    package let history: [HandledFlagStep]
}

extension FlagFile {
    /// What codes of flags are made of.
    static var codeShape: Regex<Substring> { /[0-9A-Z]{1,20}(?:-[0-9A-Z]{1,20}){0,5}/ }
}

extension HandledFlagRow {
    /// The work as the core knows it.
    var work: HandledFlag {
        HandledFlag(
            state: HandledFlag.State(rawValue: state) ?? .open, owner: owner,
            due: dueOn.flatMap { on in dueRule.map { HandledFlag.Due(on: on, rule: $0) } },
            confirmation: consequence.flatMap(HandledFlag.Consequence.init).flatMap { consequence in
                confirmedBy.flatMap { by in
                    confirmedOn.map { HandledFlag.Confirmation(consequence: consequence, by: by, on: $0) }
                }
            },
            severity: FlagRule.Severity(rawValue: severity) ?? .low, clearedOn: clearedOn)
    }
}

extension FlagFile {
    /// One that somebody works or worked on.
    init(_ row: HandledFlagRow, finding: AssessmentDetail.Flag?, history: [HandledFlagStep]) {
        self.init(
            organization: row.organization, code: row.code, raisedOn: row.raisedOn,
            severity: FlagRule.Severity(rawValue: row.severity) ?? .low, version: row.version, work: row.work, finding: finding,
            history: history)
    }

    /// One that nobody has touched.
    init(untouched finding: AssessmentDetail.Flag, of organization: OrganizationNumber, raisedOn: Day) {
        let severity = FlagRule.Severity(rawValue: finding.severity) ?? .low
        self.init(
            organization: organization, code: finding.code, raisedOn: raisedOn, severity: severity, version: 0,
            work: HandledFlag(severity: severity), finding: finding, history: [])
    }
}

extension PostgresTransaction {
    /// An organization's flags: those that its newest assessment raises, then those that were worked on before, the newest first.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func flagFiles(of number: OrganizationNumber, code: String? = nil, lock: Bool = false) async throws -> [FlagFile] {
        let (numbers, runs, rows) = try await together(
            FindOrganizationNumber(number), FindNewestRun(of: number), SelectHandledFlags(of: number, code: code, lock: lock))
        guard !numbers.isEmpty else { throw Refusal.notFound(.organization, number.description) }
        let newest =
            if let run = runs.first { try await read(all(FindAssessment(of: number, run: run))).first } else { StoredAssessment?.none }
        var files: [FlagFile] = []
        for finding in newest?.detail.flags ?? [] where code.map({ $0 == finding.code }) ?? true {
            let since = finding.since.flatMap { Day(iso: $0) } ?? newest?.asOf ?? .earliest
            if rows.contains(where: { $0.code == finding.code && $0.raisedOn == since }) { continue }
            files.append(FlagFile(untouched: finding, of: number, raisedOn: since))
        }
        for (row, steps) in zip(rows, try await each(rows.map { SelectHandledFlagSteps(of: $0) })) {
            let finding = row.clearedOn == nil ? newest?.detail.flags.first { $0.code == row.code } : nil
            files.append(FlagFile(row, finding: finding, history: steps))
        }
        return files
    }

    /// The flag of a code that is raised now, or else the one that was worked on last.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    func flagFile(_ code: String, of number: OrganizationNumber, lock: Bool = false) async throws -> FlagFile {
        let files = try await flagFiles(of: number, code: code, lock: lock)
        guard let found = files.first(where: { $0.finding != nil }) ?? files.max(by: { $0.raisedOn < $1.raisedOn }) else {
            throw Refusal.notFound(.flag, "\(number) \(code)")
        }
        return found
    }
}
