import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Incubation
import Values
import Workflow

/// One request for a page: by whom, in which language, with which query.
struct Visit: Sendable {
    let request: Request
    let context: ServiceContext
    let query: FormFields
    let language: Language
    /// The language that the address asks for, to be remembered.
    let chosenLanguage: Language?
    /// What the page's forms carry against forgery; nil for visitors.
    var csrf: SecretToken?

    init(_ request: Request, _ context: ServiceContext) {
        self.request = request
        self.context = context
        query = FormFields(encoded: request.uri.query ?? "")
        chosenLanguage = query.text("lang").flatMap { Language(rawValue: $0) }
        csrf = context.session?.found.csrf
        language = chosenLanguage ?? LanguageCookie.language(of: request) ?? context.language
    }

    /// Those whose names the page shows and its reader may know.
    var names: [String: ActorName] = [:]

    /// Who opens the page.
    var caller: Caller { context.caller }

    /// Whether the caller may do this somewhere, so that a page does not offer what would be refused; where exactly, the use case asks.
    func mayDo(_ useCase: UseCase) -> Bool {
        guard case .account(let holdings, let isTwoFactor) = caller.requester else {
            return useCase.isOpen(to: caller.requester, on: .earliest)
        }
        // Each holding on a day on which it is held: pages know no clock, and whoever is signed in comes with what they hold now.
        return useCase.isOpen(to: .account(holdings: [], isTwoFactor: isTwoFactor), on: .earliest)
            || holdings.contains { useCase.isOpen(to: .account(holdings: [$0], isTwoFactor: isTwoFactor), on: $0.from) }
    }

    var w: Words { Words(language: language, names: names) }

    /// The same visit, for a page that shows people by their names as far as its reader may know them.
    ///
    /// - Parameters:
    ///   - people: as records have them; others than accounts are passed over.
    ///   - number: whose file they stand in; nil for a list of several.
    func naming(_ people: [String?], of number: OrganizationNumber? = nil, in registry: Registry) async throws -> Visit {
        var visit = self
        visit.names = try await NameActors(registry: registry)(people.compactMap(\.self), of: number, as: caller)
        return visit
    }

    /// The page's own address without the query.
    var path: String { request.uri.path }

    /// The same page, or another one, with other values of some parameters; nil and empty leave one out. The place in a list is not kept, because it means
    /// nothing in another list.
    func address(of other: String? = nil, changing changes: [String: String?]) -> String {
        var pairs = query.pairs.filter {
            $0.name != "after" && $0.name != "lang" && $0.name != "done" && changes[$0.name] == nil && !$0.value.isEmpty
        }
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            if let value, !value.isEmpty { pairs.append((name, value)) }
        }
        return PageAddress.of(other ?? path, pairs)
    }

    /// A key in the path, decoded; empty when it cannot be, which names nothing.
    func key(_ name: String) -> String {
        context.parameters.get(name).flatMap { PercentEncoding.decode($0) } ?? ""
    }

    /// The organization that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such organization.
    func organization() throws(Refusal) -> OrganizationNumber {
        let text = key("number")
        guard let number = OrganizationNumber(text) else { throw .notFound(.organization, text) }
        return number
    }

    /// Which part of a list is wanted.
    func page(size: Int) throws(Refusal) -> PageRequest {
        try PageRequest(size: size, after: query.text("after"))
    }
}

extension UseCase {
    fileprivate func isOpen(to requester: Requester, on day: Day) -> Bool {
        if case .denied = decide(for: requester, at: .anywhere, on: day) { false } else { true }
    }
}

/// Addresses of pages.
enum PageAddress {
    /// A path with a query, encoded.
    static func of(_ path: String, _ pairs: [(name: String, value: String)]) -> String {
        let query = pairs.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
        return query.isEmpty ? path : "\(path)?\(query)"
    }
}

/// The cookie that remembers the language. It holds nothing else and says nothing about the person.
enum LanguageCookie {
    /// The prefix keeps others on the same domain, and whoever listens on a connection without TLS, from setting it. Browsers take it from
    /// this machine without TLS too.
    private static let name = "__Host-lang"

    static func language(of request: Request) -> Language? {
        request.cookie(name).flatMap { Language(rawValue: $0) }
    }

    /// The value of `Set-Cookie`: for a year, sent along when coming from elsewhere by a link.
    static func setting(_ language: Language) -> String {
        "\(name)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax; Secure; HttpOnly"
    }
}
