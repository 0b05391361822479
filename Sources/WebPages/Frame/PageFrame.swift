import Access
import Values
import Workflow

/// A part of the site, as the navigation shows it.
enum SitePart: String, CaseIterable, Sendable {
    case home, pending, organizations, flagged, areas, imports, directory, status, rules, audit, accounts

    var path: String {
        switch self {
        case .home: "/"
        case .pending: PendingPages.path
        case .directory: "/directory"
        case .status: StatusPages.path
        case .organizations: "/organizations"
        case .flagged: "/flagged"
        case .areas: "/areas"
        case .imports: "/imports"
        case .rules: "/rubrics"
        case .audit: "/audit"
        case .accounts: "/accounts"
        }
    }

    var words: BilingualText {
        switch self {
        case .home: Catalogue.frame.home
        case .pending: Catalogue.frame.pending
        case .directory: Catalogue.frame.directory
        case .status: Catalogue.frame.status
        case .organizations: Catalogue.frame.organizations
        case .flagged: Catalogue.frame.flagged
        case .areas: Catalogue.frame.areas
        case .imports: Catalogue.frame.imports
        case .rules: Catalogue.frame.rules
        case .audit: Catalogue.frame.audit
        case .accounts: Catalogue.accounts.title
        }
    }
}

/// What surrounds the content of every page.
struct FrameView: Encodable, Sendable {
    struct NavigationLink: Encodable, Sendable {
        let label: String
        let address: String
        let isCurrent: Bool
    }

    struct LanguageLink: Encodable, Sendable {
        let label: String
        let address: String
        let tag: String
    }

    let language: String
    let windowTitle: String
    let style: String
    let script: String
    let icon: String
    let navigation: [NavigationLink]
    /// The way to the other language.
    let other: LanguageLink
    /// What was just done, in one sentence.
    let notice: String?
    /// What every form of a session carries; nil for visitors.
    let csrf: String?
    /// Whether somebody has come in by a session.
    let isSignedIn: Bool
    /// The way in, for visitors; nil on the page itself.
    let signIn: String?

    init(_ visit: Visit, title: String, part: SitePart?, notice: String?) {
        let w = visit.w
        language = visit.language.rawValue
        windowTitle = w(Catalogue.frame.windowTitle(title))
        (style, script, icon) = (PageAssets.style.path, PageAssets.script.path, PageAssets.icon.path)
        navigation = SitePart.allCases.filter { $0.useCase.map(visit.mayDo) ?? true }.map {
            NavigationLink(label: w($0.words), address: $0.path, isCurrent: $0 == part)
        }
        let otherLanguage: Language = visit.language == .english ? .simplifiedChinese : .english
        other = LanguageLink(
            label: otherLanguage == .english ? Catalogue.frame.ownName.en : Catalogue.frame.ownName.zh,
            address: visit.addressIn(otherLanguage), tag: otherLanguage.rawValue)
        self.notice = notice
        csrf = visit.csrf?.text
        isSignedIn = csrf != nil
        signIn =
            visit.caller.identity == .visitor && csrf == nil && visit.path != SignInPages.path ? SignInPages.address(leadingTo: visit) : nil
    }
}

extension SitePart {
    /// What somebody must be allowed for the part to be shown; nil for what is for everybody.
    fileprivate var useCase: UseCase? {
        switch self {
        case .home, .directory, .status, .rules: nil
        case .pending: .reading(.listPending)
        case .organizations: .reading(.showElements)
        case .flagged: .reading(.listFlagged)
        case .areas: .reading(.summarizeArea)
        case .imports: .act(.importTable)
        case .audit: .reading(.listAuditEvents)
        case .accounts: .reading(.listUserAccounts)
        }
    }
}

extension Visit {
    /// The same page in another language. A page that answers a form has no address of its own but the form's.
    func addressIn(_ language: Language) -> String {
        let kept = query.pairs.filter { $0.name != "lang" && $0.name != "done" }
        return PageAddress.of(path, kept + [("lang", language.rawValue)])
    }
}
