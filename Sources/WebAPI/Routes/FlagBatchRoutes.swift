import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// Several flags at once. The version of each goes with it, as a preview gave it.
///
/// | Method | Path            | Use case                              |
/// |--------|-----------------|---------------------------------------|
/// | POST   | `/flag-batches` | `HandleFlags`, or its preview          |
struct FlagBatchRoutes: RouteSet {
    let registry: Registry

    /// What is done to each.
    private enum Work: String, CaseIterable {
        case assign, escalate
    }

    private struct Asked {
        let act: HandledFlag.Act
        let flags: [ChosenFlag]
        let isPreview: Bool
    }

    func add(to router: PermittedRoutes) {
        router.api(.post, "/flag-batches", .act(.assignFlag)) { request, context in
            let asked = try await request.object { (fields) throws(Refusal) in try Self.read(&fields) }
            let batch = HandleFlags(registry: registry)
            let caller = try await request.keyed(context.caller)
            let outcomes =
                asked.isPreview
                ? try await batch.preview(asked.flags, asked.act, as: caller) : try await batch(asked.flags, asked.act, as: caller)
            return .json { json in
                json.object { json in
                    json.member("isPreview", asked.isPreview)
                    json.members("items", outcomes)
                }
            }
        }
    }

    private static func read(_ fields: inout JSONFields) throws(Refusal) -> Asked {
        let work: Work = try fields.value("act", .code)
        let (owner, due, rule) = (try fields.value("owner", .owner), try fields.value("due", .day), try fields.dueRule())
        let note = try fields.optional("note", .text(longest: 4000))
        let isPreview = try fields.optional("isPreview", .boolean) ?? false
        let flags = try fields.list(
            "items",
            .object { (fields) throws(Refusal) in
                ChosenFlag(
                    organization: try fields.value("organization", .organizationNumber), code: try fields.value("flag", .text()),
                    version: try fields.optional("version", .integer(0...Int64.max)))
            })
        switch work {
        case .assign:
            if note != nil { throw .notPossible(field: "note", BilingualText(zh: "指派不需要理由", en: "it takes none to assign")) }
            return Asked(act: .assign(owner: owner, due: due, rule: rule), flags: flags, isPreview: isPreview)
        case .escalate:
            guard let note else { throw .missing(field: "note") }
            return Asked(act: .escalate(owner: owner, due: due, rule: rule, note: note), flags: flags, isPreview: isPreview)
        }
    }
}

extension FlagOutcome: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", flag.organization.description)
            json.member("name", name)
            json.member("flag", flag.code)
            json.member("version", flag.version)
            json.member("state", state?.rawValue)
            json.member("owner", owner)
            json.member("refusal", refusal?.slug)
            json.member("reason", refusal?.words.detail)
        }
    }
}
