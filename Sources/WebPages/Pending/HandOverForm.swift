import Access
import Incubation
import Values
import Workflow

private let labels = Catalogue.fields

/// Another owner for something that waits. Its deadline stays as it is.
struct HandOverForm: RecordForm {
    let act = Act.reassignPending
    let path = "/pending/{item}/hand-over"
    let title = Catalogue.pending.handOver
    let lead: BilingualText? = Catalogue.pending.handOverLead
    let anchor = "pending"

    struct Content: Sendable {
        let owner: PendingOwner
        let reason: String?
        let version: Int64
    }

    func groups(_ visit: FormVisit) async throws -> [FormGroup] {
        let people = try await PeopleToChoose(of: visit.organization(), in: visit.registry, as: visit.caller)
        return [
            FormGroup(fields: [
                FormField(
                    name: "role", label: labels.role, kind: .choice(FormOption.all(ResponsibleRole.self, \.words)), hint: labels.roleHint,
                    isOptional: true),
                FormField(name: "area", label: labels.roleArea, kind: .area, isOptional: true),
                people.field("account", labels.account, hint: labels.accountHint, isOptional: true),
                FormField(name: "reason", label: labels.reason, kind: .paragraph, isOptional: true, longest: 500),
            ])
        ]
    }

    func beginning(_ visit: FormVisit) async throws -> FormBeginning {
        let item = try await file(visit).item
        var values: [(name: String, value: String)] = []
        switch item.owner {
        case .role(let role, let area): values = [("role", role.rawValue), ("area", area.text)]
        case .account(let number): values = [("account", String(number))]
        }
        return FormBeginning(values: values, hidden: [("version", String(item.version))])
    }

    func read(_ reader: inout FormReader, _ visit: FormVisit) async throws -> Content? {
        let (role, area) = (reader.code("role", ResponsibleRole.self), try await reader.area("area"))
        let account = reader.count("account").map(Int64.init)
        let reason = reader.text("reason")
        guard let version = Int64(reader.fields.typed("version")) else { return nil }
        switch (role, area, account) {
        case (let role?, let area?, nil): return Content(owner: .role(role, in: area), reason: reason, version: version)
        case (nil, nil, let account?): return Content(owner: .account(account), reason: reason, version: version)
        default:
            if reader.faults.isEmpty { reader.fail("role", visit.w(Catalogue.pending.oneOwner)) }
            return nil
        }
    }

    func record(_ content: Content, _ visit: FormVisit, as caller: Caller) async throws -> PendingFile {
        try await ReassignPending(registry: visit.registry)(
            visit.visit.pendingItem(of: visit.organization()), to: content.owner, reason: content.reason, version: content.version,
            as: caller)
    }

    private func file(_ visit: FormVisit) async throws -> PendingFile {
        try await ShowPending(registry: visit.registry)(visit.visit.pendingItem(of: visit.organization()), as: visit.caller)
    }
}
