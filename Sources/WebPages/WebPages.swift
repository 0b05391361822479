package import HTTPSupport
package import Hummingbird
package import Workflow

/// The pages: everything that people see in a browser.
///
/// HTML is made here and does every job without a script. A page takes one structure with everything already in words, see ``PageView``;
/// its template holds tags and no text. Pages and the JSON interface call the same use cases.
package struct WebPages: Sendable {
    private let accounts: UserAccounts
    private let imports: BackgroundImports
    private var registry: Registry { accounts.registry }

    /// Where browsers come back from an identity provider.
    package static let providerReturnPath = ProviderPages.returnPath

    /// - Parameter imports: what carries imports out; somebody must run it.
    package init(accounts: UserAccounts, imports: BackgroundImports) {
        self.accounts = accounts
        self.imports = imports
    }

    /// - Returns: the pages with their use cases, to be gone through by whoever wants to know who may open which.
    @discardableResult package func addRoutes(
        to router: Router<ServiceContext>, heavyGate: Gate = Gate(limit: ServiceLimits().heavyActs)
    ) -> PermittedRoutes {
        let routes = PermittedRoutes(router, of: registry, heavyGate: heavyGate)
        routes.lostSession = { [accounts] in try await KeptForm.answer($0, $1, in: accounts) }
        let sets: [any PageSet.Type] = [
            HomePages.self, DirectoryPages.self, FlaggedPages.self, FlagPages.self, FlagBatchPages.self, TrendPages.self, AreaPages.self,
            AuditPages.self,
            OrganizationPages.self,
            OrganizationFormPages.self, AssessmentPages.self, SummaryPages.self, RubricPages.self, RubricWorkPages.self,
            ModelCardPages.self, CalibrationPages.self, ProcessPages.self,
            PendingPages.self, WaitingDecisionPages.self, CasePages.self, StatusPages.self,
            DocumentPages.self, ContractPages.self, PeoplePages.self, CalendarPages.self,
        ]
        for set in sets { set.init(registry: registry).add(to: routes) }
        ImportPages(registry: registry, imports: imports).add(to: routes)
        let accountSets: [any AccountPageSet.Type] = [
            SignInPages.self, ActivationPages.self, OwnAccountPages.self, SecondFactorPages.self, AccountPages.self,
            AccountFormPages.self, ProviderPages.self,
        ]
        for set in accountSets { set.init(accounts: accounts).add(to: routes) }
        PageAssets.addRoutes(to: router)
        return routes
    }
}
