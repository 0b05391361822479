import Access
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// | Method | Path                                | Use case         |
/// |--------|-------------------------------------|------------------|
/// | GET    | `/hub-contracts`                    | `ListContracts`  |
/// | POST   | `/hub-contracts`                    | `RecordContract` |
/// | POST   | `/hub-contracts/{contract}/end`       | `EndContract`    |
/// | POST   | `/hub-contracts/{contract}/hand-over` | `HandOverCases`  |
struct ContractRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/hub-contracts", .reading(.listContracts)) { request, context in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            return .page(try await ListContracts(registry: registry)(page: page, as: context.caller), for: request)
        }
        router.api(.post, "/hub-contracts", .act(.recordContract)) { request, context in
            let contract = try await request.object { (fields) throws(Refusal) in try HubContract(&fields) }
            return try await request.once(as: context.caller) {
                try await RecordContract(registry: registry)(contract, as: $0)
            } answering: {
                Response.created($0, at: "/api/v1/hub-contracts").tagged(EntityTag(version: $0.version))
            }
        }
        router.api(.post, "/hub-contracts/{contract}/end", .act(.endContract)) { request, context in
            let number = try context.contract()
            let version = try request.version()
            let lastDay = try await request.object { (fields) throws(Refusal) in try fields.value("lastDay", .day) }
            return try await request.once(as: context.caller) {
                try await EndContract(registry: registry)(number, lastDay: lastDay, version: version, as: $0)
            } answering: { ended in
                .json(version: ended.version, for: request) { ended.write(to: &$0) }
            }
        }
        router.api(.post, "/hub-contracts/{contract}/hand-over", .act(.handOverCases)) { request, context in
            let number = try context.contract()
            let other = try await request.object { (fields) throws(Refusal) in try fields.value("to", .integer(1...Int64.max)) }
            return try await request.once(as: context.caller) {
                try await HandOverCases(registry: registry)(from: number, to: other, as: $0)
            } answering: { taking in
                .json(version: taking.version, for: request) { taking.write(to: &$0) }
            }
        }
    }
}

extension ServiceContext {
    /// The contract that the path names.
    fileprivate func contract() throws(Refusal) -> Int64 {
        let text = key("contract")
        guard let number = Int64(text), number > 0 else { throw .notFound(.contract, text) }
        return number
    }
}

extension HubContract {
    fileprivate init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            hub: try fields.value("hub", .text(longest: 200)), purchaser: try fields.value("purchaser", .text(longest: 200)),
            area: try fields.value("area", .areaCode), from: try fields.value("from", .day), until: try fields.value("until", .day))
    }
}
