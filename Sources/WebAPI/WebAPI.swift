package import HTTPSupport
package import Hummingbird
package import Workflow

/// The JSON interface: everything below `/api/v1`, and its description at `/openapi.yaml`.
///
/// Names are those of the glossary. Days are ISO 8601, moments RFC 3339 in UTC. Money is a decimal string with two places (`"12.05"`)
/// beside its currency, never a JSON number. What is not known is null. Codes stand without words; only reasons for people, such as
/// those of flags, carry both languages.
package struct WebAPI: Sendable {
    private let accounts: UserAccounts
    private let imports: BackgroundImports
    private var registry: Registry { accounts.registry }

    /// - Parameter imports: what carries imports out; somebody must run it.
    package init(accounts: UserAccounts, imports: BackgroundImports) {
        self.accounts = accounts
        self.imports = imports
    }

    /// - Returns: the routes with their use cases, to be gone through by whoever wants to know who may use which.
    @discardableResult package func addRoutes(
        to router: Router<ServiceContext>, heavyGate: Gate = Gate(limit: ServiceLimits().heavyActs)
    ) -> PermittedRoutes {
        let routes = PermittedRoutes(router, of: registry, heavyGate: heavyGate)
        let sets: [any RouteSet.Type] = [
            AreaRoutes.self, OrganizationRoutes.self, ElementRoutes.self, RecordRoutes.self, CaseRoutes.self, DecisionRoutes.self,
            ContractRoutes.self, AssessmentRoutes.self, StandingRoutes.self, FlagRoutes.self, FlagBatchRoutes.self, RubricRoutes.self,
            CalibrationRoutes.self, CalendarRoutes.self, DeadlineRoutes.self, CreditCodeRoutes.self, PeopleRoutes.self,
            LookupRoutes.self, DocumentRoutes.self, AuditRoutes.self, ColleagueRoutes.self,
        ]
        for set in sets { set.init(registry: registry).add(to: routes) }
        ImportRoutes(registry: registry, imports: imports).add(to: routes)
        let accountSets: [any AccountRouteSet.Type] = [SessionRoutes.self, OwnAccountRoutes.self, AccountRoutes.self]
        for set in accountSets { set.init(accounts: accounts).add(to: routes) }
        OpenAPIRoute().add(to: router)
        return routes
    }
}
