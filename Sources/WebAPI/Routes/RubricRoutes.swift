import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// Rubrics, from their proposal to their activation by somebody else. A rubric is named by its hash, or by its name.
///
/// | Method | Path                            | Use case          |
/// |--------|---------------------------------|-------------------|
/// | GET    | `/rubrics`                      | `ListRubrics`     |
/// | POST   | `/rubrics`                      | `ProposeRubric`   |
/// | POST   | `/rubrics/check`                | `CheckRubric`     |
/// | GET    | `/rubrics/{rubric}`             | `ShowRubric`      |
/// | GET    | `/rubrics/{rubric}/differences` | `ShowRubric`      |
/// | GET    | `/rubrics/{rubric}/changes`     | `TryRubric`       |
/// | POST   | `/rubrics/{rubric}/trials`      | `TrialRubric`     |
/// | POST   | `/rubrics/{rubric}/activation`  | `ActivateRubric`  |
/// | GET    | `/rubric-trials/{trial}`        | `ShowRubricTrial` |
/// | GET    | `/model-card`                   | `ShowModelCard`   |
struct RubricRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/rubrics", .reading(.listRubrics)) { request, context in
            .list(try await ListRubrics(registry: registry)(as: context.caller), for: request)
        }
        router.api(.get, "/rubrics/{rubric}", .reading(.showRubric)) { request, context in
            .value(try await ShowRubric(registry: registry)(context.key("rubric"), as: context.caller), for: request)
        }
        router.api(.post, "/rubrics/check", .reading(.checkRubric)) { request, context in
            let document = try await request.object { (fields) throws(Refusal) in try fields.value("document", .rubricDocument) }
            let rubric = try await CheckRubric(registry: registry)(document, as: context.caller)
            return .json { json in RubricSummary(rubric: rubric).write(to: &json) }
        }
        router.api(.post, "/rubrics", .act(.proposeRubric)) { request, context in
            let document = try await request.object { (fields) throws(Refusal) in try fields.value("document", .rubricDocument) }
            let rubric = try await CheckRubric(registry: registry)(document, as: context.caller)
            return try await request.once(as: context.caller) {
                try await ProposeRubric(registry: registry)(rubric, as: $0)
            } answering: {
                .created($0, at: "/api/v1/rubrics/\($0.hash)")
            }
        }
        router.api(.get, "/model-card", .reading(.showRubric)) { request, context in
            .value(try await ShowModelCard(registry: registry)(as: context.caller), for: request)
        }
        addComparisons(to: router)
        addTrials(to: router)
    }

    /// A rubric beside another one, the one in force where none is named.
    private func addComparisons(to router: PermittedRoutes) {
        router.api(.get, "/rubrics/{rubric}/differences", .reading(.showRubric)) { request, context in
            let beside = try QueryFields.read(request) { (query) throws(Refusal) in try query.rubric("beside") }
            let (before, after) = try await pair(context.key("rubric"), beside, as: context.caller)
            let differences = before.document.differences(to: after.document)
            return .json(taggedFor: request) { json in
                json.object { json in
                    json.member("hash", after.hash)
                    json.member("besideHash", before.hash)
                    json.members("items", differences)
                }
            }
        }
        router.api(.get, "/rubrics/{rubric}/changes", .reading(.tryRubric)) { request, context in
            let (beside, asOf, area) = try QueryFields.read(request) { (query) throws(Refusal) in
                (try query.rubric("beside"), try query.value("asOf", expected: FieldWords.day) { Day(iso: $0) }, try query.areaCode("area"))
            }
            let (before, after) = try await pair(context.key("rubric"), beside, as: context.caller)
            let (day, most) = (asOf ?? registry.today, RubricComparison.most)
            var shown: [StatusChange] = []
            let trial = try await TryRubric(registry: registry)(after, beside: before, asOf: day, area: area, as: context.caller) {
                shown += $0.prefix(most - shown.count)
            }
            let comparison = RubricComparison(hash: after.hash, besideHash: before.hash, asOf: day, trial: trial, shown: shown)
            return .value(comparison, for: request)
        }
    }

    private func pair(_ name: String, _ beside: String?, as caller: Caller) async throws -> (before: NamedRubric, after: NamedRubric) {
        let show = ShowRubric(registry: registry)
        let after = try await show(name, as: caller)
        if let beside { return (try await show(beside, as: caller), after) }
        return (try await show.inForce(as: caller), after)
    }

    private func addTrials(to router: PermittedRoutes) {
        router.api(.post, "/rubrics/{rubric}/trials", .act(.trialRubric)) { request, context in
            try await request.object { (_) throws(Refusal) in }
            let rubric = try await ShowRubric(registry: registry)(context.key("rubric"), as: context.caller)
            return try await request.once(as: context.caller) {
                try await TrialRubric(registry: registry)(rubric.hash, as: $0)
            } answering: {
                .created($0, at: "/api/v1/rubric-trials/\($0.trial)")
            }
        }
        router.api(.get, "/rubric-trials/{trial}", .reading(.showRubricTrial)) { request, context in
            let number = try context.number("trial", of: .rubricTrial)
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            let found = try await ShowRubricTrial(registry: registry)(number, page: page, as: context.caller)
            return .json(taggedFor: request, headers: NextPage.headers(after: found.page.next, of: request)) { json in
                json.object { json in
                    json.member("trial", found.trial)
                    json.members("items", found.page.items)
                    json.member("next", found.page.next)
                }
            }
        }
        router.api(.post, "/rubrics/{rubric}/activation", .act(.activateRubric)) { request, context in
            let (trial, reason) = try await request.object { (fields) throws(Refusal) in
                (try fields.value("trial", .integer(1...Int64.max)), try fields.value("reason", .text()))
            }
            let rubric = try await ShowRubric(registry: registry)(context.key("rubric"), as: context.caller)
            return try await request.once(as: context.caller) {
                try await ActivateRubric(registry: registry)(rubric.hash, trial: trial, reason: reason, as: $0)
            } answering: { version in
                .json { json in version.write(to: &json) }
            }
        }
    }
}

extension QueryFields {
    /// The name or the hash of a rubric.
    fileprivate mutating func rubric(_ name: String) throws(Refusal) -> String? {
        let expected = BilingualText(zh: "评估规则的名称或哈希", en: "the name or the hash of a rubric")
        return try value(name, expected: expected) { $0.isEmpty ? nil : $0 }
    }
}

extension FieldKind where Value == RubricValue {
    /// A rubric's document, an object.
    static var rubricDocument: FieldKind {
        FieldKind(expected: BilingualText(zh: "评估规则文档（JSON 对象）", en: "a rubric's document, a JSON object")) { value in
            guard case .object = value else { return nil }
            return RubricValue(value)
        }
    }
}

extension RubricValue {
    /// What JSON says; a number that no computer can hold becomes infinite, which every rule refuses.
    fileprivate init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .boolean(let flag): .bool(flag)
            case .number(let literal): .number(Double(literal) ?? .infinity)
            case .string(let text): .text(text)
            case .array(let elements): .list(elements.map { RubricValue($0) })
            case .object(let members): .record(members.reduce(into: [:]) { $0[$1.name] = RubricValue($1.value) })
            }
    }
}
