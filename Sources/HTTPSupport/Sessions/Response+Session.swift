import HTTPTypes
package import Hummingbird
package import Workflow

extension Response {
    /// The answer with the cookie of a session's new token, beside the cookies that it sets anyhow.
    package func carrying(_ session: NewSession) -> Response {
        setting(cookie: SessionCookie.setting(session.token))
    }

    /// - Parameter cookie: a value of `Set-Cookie`.
    package func setting(cookie: String) -> Response {
        var response = self
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }
}
