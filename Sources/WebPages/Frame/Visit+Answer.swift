import HTTPSupport
import HTTPTypes
import Hummingbird
import Values

extension Visit {
    /// A page.
    ///
    /// - Parameter notice: what was just done, in one sentence.
    func answer<View: PageView>(
        _ view: View, in part: SitePart?, status: HTTPResponse.Status = .ok, notice: String? = nil
    ) throws -> Response {
        var members = try ViewEncoder.members(of: view)
        members["frame"] = .node(try ViewEncoder.members(of: FrameView(self, title: view.title, part: part, notice: notice)))
        guard let html = PageTemplates.render(.node(members), template: View.template, in: language) else {
            throw MissingTemplate(name: View.template)
        }
        var response = Response.data(html, type: "text/html; charset=utf-8", status: status)
        PageHeaders.add(to: &response.headers, for: self)
        return response
    }
}

extension Visit {
    /// Leads to another page of this service.
    func redirect(to address: String) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address])
        PageHeaders.add(to: &response.headers, for: self)
        return response
    }
}

/// A view names a template that there is not.
struct MissingTemplate: Error {
    let name: String
}

/// Headers of every page.
enum PageHeaders {
    /// Nothing from elsewhere, nothing inline, no frames; forms go to this service only.
    static let contentPolicy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
        frame-ancestors 'none'; base-uri 'none'; object-src 'none'
        """

    static func add(to headers: inout HTTPFields, for visit: Visit) {
        headers[.contentLanguage] = visit.language.rawValue
        headers[.contentSecurityPolicy] = contentPolicy
        headers[.vary] = "Accept-Language, Cookie"
        // With no referrer at all, browsers send forms with `Origin: null`, and nobody could tell ours from a stranger's.
        if let name = HTTPField.Name("Referrer-Policy") { headers[name] = "same-origin" }
        if let language = visit.chosenLanguage { headers[.setCookie] = LanguageCookie.setting(language) }
    }
}
