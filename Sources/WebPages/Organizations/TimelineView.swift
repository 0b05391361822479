import Incubation
import Values
import Workflow

/// Something that happened to an organization.
struct TimelineStepView: Encodable, Sendable {
    let day: String
    let dayISO: String
    let label: String
    let detail: String?
    /// The end of a class of the stylesheet: `legal`, `case`, `record`.
    let kind: String
}

extension TimelineStepView {
    /// What is shown of long lives.
    private static let most = 16

    /// Everything that the dossier knows to have happened, the newest first.
    static func all(_ dossier: OrganizationDossier, _ w: Words) -> [TimelineStepView] {
        var steps: [(day: Day, view: TimelineStepView)] = []
        func add(_ day: Day, _ label: BilingualText, _ detail: String?, _ kind: String) {
            steps.append((day, TimelineStepView(day: w(day), dayISO: day.iso, label: w(label), detail: detail, kind: kind)))
        }
        let words = Catalogue.organization
        for step in dossier.file.legalHistory {
            let detail = [step.office, step.documentNumber].compactMap(\.self).joined(separator: " ")
            add(step.since, step.status.words, detail.isEmpty ? nil : detail, "legal")
        }
        for step in dossier.incubationCase?.history ?? [] { add(step.enteredOn, step.stage.words, step.reason, "case") }
        for charter in dossier.elements.charters { add(charter.adoptedOn, words.charterVersion(charter.version), nil, "record") }
        for mentor in dossier.mentors {
            add(mentor.from, words.mentorBegins(mentor.mentorName ?? w(Catalogue.terms.nameNotShown)), nil, "record")
        }
        for report in dossier.reports {
            if let received = report.receivedOn {
                add(received, words.reportFor(report.periodEnd.year), report.result.map { w($0.words) }, "record")
            }
        }
        if let founded = dossier.file.organization.particulars.foundedOn { add(founded, Catalogue.directory.founded, nil, "legal") }
        return steps.enumerated().sorted { ($1.element.day, $1.offset) < ($0.element.day, $0.offset) }.prefix(most).map(\.element.view)
    }
}
