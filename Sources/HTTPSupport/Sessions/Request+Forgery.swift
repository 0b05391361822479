import HTTPTypes
package import Hummingbird
import NIOCore
import Values
import Workflow

extension Request {
    /// The field of a form that carries the session's token against forgery.
    package static let forgeryField = "csrf"

    /// Refuses what another site sent through somebody's browser, and hands the request on with its body at hand.
    ///
    /// Three things stand in the way of a stranger's page: the browser says where a request comes from, the session's cookie does not come
    /// along with a form of another site, and a request by a session carries a token that only this site's pages were given, in the
    /// field `csrf` of a form or in `X-CSRF-Token`. A program that comes by a token of its own, in `Authorization`, carries nothing that a
    /// browser would add by itself, and needs none of it.
    ///
    /// - Parameter site: under which name this site is reached through a proxy.
    /// - Throws: ``RequestFault/foreignOrigin``, ``RequestFault/forgedForm``, and what is wrong with the body.
    func refusingForgery(of session: RequestSession?, at site: PublicSite?) async throws -> Request {
        if [.get, .head, .options].contains(method) || headers.contains(.authorization) { return self }
        let type = headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        let isForm = type == "application/x-www-form-urlencoded" || isMultipart
        try refuseForeignOrigin(mustTell: isForm, at: site)
        guard let session else { return self }
        if let given = headers[.forgeryToken] {
            guard session.admits(given) else { throw RequestFault.forgedForm }
            return self
        }
        guard isForm else { throw RequestFault.forgedForm }
        var request = self
        request.body = RequestBody(buffer: try await bytes(atMost: Self.largestUpload))
        guard let given = try await request.forgeryToken(), session.admits(given) else {
            throw RequestFault.forgedForm
        }
        return request
    }

    private func forgeryToken() async throws -> String? {
        if isMultipart { return try await multipartForm().text(Self.forgeryField) }
        let text = String(decoding: try await formBody(), as: UTF8.self)
        for pair in text.parts(between: "&") {
            let parts = pair.parts(between: "=", most: 2)
            if parts.count == 2, parts[0] == Self.forgeryField { return parts[1] }
        }
        return nil
    }

    /// Browsers say where a request comes from, in `Sec-Fetch-Site` or at least in `Origin`.
    ///
    /// - Parameter mustTell: whether one that says neither is refused: a form comes from a browser, and every browser of today tells.
    func refuseForeignOrigin(mustTell: Bool, at site: PublicSite?) throws(RequestFault) {
        if let relation = headers[.fetchSite] {
            if relation == "same-origin" { return }
        } else if let origin = headers[.origin] {
            if isOwn(origin, at: site) { return }
        } else if !mustTell {
            return
        }
        throw .foreignOrigin
    }

    /// Whether an origin is this site's: the public one, whose pages come by TLS alone, or the name by which this machine was asked.
    private func isOwn(_ origin: String, at site: PublicSite?) -> Bool {
        if origin == site?.origin { return true }
        guard let host = head.authority, site?.admits(host.lowercased()) != true else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}

extension RequestSession {
    /// Whether a text is the session's token against forgery; takes as long for a wrong one as for the right one.
    fileprivate func admits(_ text: String) -> Bool {
        SecretToken(text: text)?.isEqual(to: found.csrf) ?? false
    }
}

extension HTTPField.Name {
    /// The forced unwraps are safe: the names are literals of letters and hyphens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let forgeryToken = HTTPField.Name("X-CSRF-Token")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
