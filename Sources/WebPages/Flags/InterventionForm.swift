import Access
import Appraisal
import Incubation
import Values
import Workflow

/// A visit or another help, and why it came.
struct InterventionForm: RecordForm {
    /// Below an organization's page.
    static let place = "/interventions/new"

    let act = Act.recordIntervention
    let path = Self.place
    let title = Catalogue.flags.intervene
    let lead: BilingualText? = Catalogue.flags.interveneLead
    let anchor = "interventions"
    let landingPath = FlagPages.path

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        let words = Catalogue.flags
        let flags = try await ShowFlags(registry: visit.registry)(visit.organization(), as: visit.caller)
        let codes = flags.map(\.code).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return [
            FormGroup(fields: [
                FormField(name: "kind", label: words.kind, kind: .choice(FormOption.all(Intervention.Kind.self, \.words))),
                FormField(name: "heldOn", label: words.heldOn, kind: .day),
                FormField(name: "reason", label: words.reason, kind: .choice(FormOption.all(Intervention.Reason.self, \.words))),
                FormField(
                    name: "flag", label: words.flag,
                    kind: .choice(codes.map { FormOption(value: $0, words: Catalogue.forms.nameless($0)) }), isOptional: true),
                FormField(name: "result", label: words.result, kind: .paragraph, isOptional: true, longest: 4000),
            ])
        ]
    }

    /// The run that the flag or the sample comes from is carried along: that of the address, or the newest of the organization.
    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let query = visit.visit.query
        let newest = try await permitted {
            try await ExplainAssessment(registry: visit.registry)(visit.organization(), run: nil, as: visit.caller).run.run
        }
        let run = query.text("run").flatMap { Int64($0) } ?? newest
        let values = ["reason", "flag"].compactMap { name in query.text(name).map { (name: name, value: $0) } }
        return FormBeginning(values: values + [("heldOn", visit.registry.today.iso)], hidden: run.map { [("run", String($0))] } ?? [])
    }

    func read(_ reader: inout FormReader, _: FormVisit) -> Intervention? {
        let (kind, heldOn) = (reader.code("kind", Intervention.Kind.self), reader.day("heldOn"))
        let reason = reader.code("reason", Intervention.Reason.self)
        let (flag, result) = (reader.text("flag"), reader.text("result"))
        guard let kind, let heldOn, let reason else { return nil }
        let run = reason == .request ? nil : Int64(reader.fields.typed("run"))
        return Intervention(kind: kind, heldOn: heldOn, reason: reason, flag: flag, run: run, result: result)
    }

    func record(_ intervention: Intervention, _ visit: FormVisit, as caller: Caller) async throws -> [RecordedIntervention] {
        try await RecordIntervention(registry: visit.registry)(visit.organization(), intervention, as: caller)
    }
}
