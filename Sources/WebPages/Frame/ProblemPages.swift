package import HTTPSupport
import HTTPTypes
package import Hummingbird
import Workflow

/// A problem as a page, with the sentences of RFC 9457.
struct ProblemView: PageView {
    static let template = "problem"

    let title: String
    let detail: String
    let nextStep: String
    /// What the administrator is told.
    let number: String
    /// The place at fault.
    let field: String?
}

extension ProblemView {
    /// The sentences for programs speak of paths and descriptions; where there is no page, a person is told something else.
    init(_ problem: Problem, number: RequestNumber, _ w: Words) {
        let words = Catalogue.frame
        let isMissing = problem.slug == "no-such-path"
        self.init(
            title: w(isMissing ? words.noPage : problem.words.title), detail: w(isMissing ? words.noPageDetail : problem.words.detail),
            nextStep: w(isMissing ? words.noPageNext : problem.words.nextStep), number: number.text, field: problem.field)
    }
}

/// Answers problems as pages to clients that want pages.
package struct ProblemPages: ProblemWriter {
    package init() {}

    package func response(to problem: Problem, for request: Request, _ context: ServiceContext) -> Response? {
        guard request.wantsPage else { return nil }
        let visit = Visit(request, context)
        if let way = wayOn(from: problem, visit) { return visit.redirect(to: way) }
        let view = ProblemView(problem, number: context.requestNumber, visit.w)
        guard var response = try? visit.answer(view, in: nil, status: problem.status) else { return nil }
        problem.addHeaders(to: &response.headers)
        return response
    }

    /// Where a person goes to get what is missing; nil for what nothing of theirs would help. A form that was sent leads back to where it
    /// was opened, because it cannot be sent once more by itself.
    private func wayOn(from problem: Problem, _ visit: Visit) -> String? {
        let next = visit.request.method == .get ? visit.fullAddress : PageAddress.local(visit.path)
        let state = visit.context.session?.found.secondFactor
        switch problem.slug {
        case "sign-in-needed": return PageAddress.of(SignInPages.path, [("next", next)])
        case "second-factor-needed" where state == .needed: return PageAddress.of(SignInPages.codePath, [("next", next)])
        case "second-factor-needed" where state == .toSetUp: return SecondFactorPages.path
        case "confirmation-needed": return PageAddress.of(SignInPages.confirmPath, [("next", next)])
        default: return nil
        }
    }
}

extension Request {
    /// Whether a person looks at the answer: a browser names HTML, programs do not, and below `/api` there are programs only.
    var wantsPage: Bool {
        guard !uri.path.hasPrefix("/api/"), headers[.accept]?.contains("text/html") == true else { return false }
        return (try? requireAccept("text/html")) != nil
    }
}
