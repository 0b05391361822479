import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// | Method | Path                   | Use case                               |
/// |--------|------------------------|----------------------------------------|
/// | GET    | `/credit-codes/{code}` | none: the code's own checks, no lookup |
struct CreditCodeRoutes: RouteSet {
    init(registry _: Registry) {}

    func add(to router: PermittedRoutes) {
        router.api(.get, "/credit-codes/{code}", .reading(.checkCreditCode)) { request, context in
            let written = context.key("code")
            return .json(taggedFor: request) { json in json.object { Self.check(written, &$0) } }
        }
    }

    /// A wrong code is an answer here, not a refusal: the question was whether it is right.
    private static func check(_ written: String, _ json: inout JSONWriter) {
        do throws(CreditCodeFault) {
            let code = try UnifiedSocialCreditCode(written)
            json.member("valid", true)
            json.member("normalized", code.text)
            json.member("reason", String?.none)
            json.member("detail", BilingualText?.none)
            json.member("expectedCheckCharacter", String?.none)
        } catch {
            json.member("valid", false)
            json.member("normalized", (try? UnifiedSocialCreditCode(overridden: written))?.text)
            json.member("reason", error.slug)
            json.member("detail", error.words(written: written).detail)
            json.member("expectedCheckCharacter", error.expectedCheckCharacter.map(String.init))
        }
    }
}
