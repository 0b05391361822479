import HTTPSupport

extension Samples {
    static let signIn: JSONValue = #"{"login": "nobody", "password": "Chunjiang-huayueye", "code": null}"#
    static let confirmation: JSONValue = #"{"code": "000000", "password": null}"#
    static let activation: JSONValue = #"{"invitation": "none", "password": "Chunjiang-huayueye"}"#
    static let password: JSONValue = #"{"password": "Lingshi-2026-Kuaile", "newPassword": "Chunjiang-huayueye"}"#
    static let code: JSONValue = #"{"code": "000000"}"#
    static let token: JSONValue = #"{"name": "月报", "role": 1, "scopes": ["read"], "days": 30}"#
    static let invitation: JSONValue = #"{"login": "wangke", "displayName": "王科"}"#
    static let role: JSONValue = """
        {"role": "hubStaff", "area": "320613001", "organization": null, "nation": null, "from": null, "until": "2026-12-31",
         "contract": null}
        """

    /// One request body of every operation about accounts, all about the account 1.
    static let accountRequests: [(method: String, path: String, body: JSONValue)] = [
        ("POST", "/session", signIn), ("POST", "/session/confirmation", confirmation), ("POST", "/account/activation", activation),
        ("PUT", "/account/password", password), ("POST", "/account/second-factor", release), ("PUT", "/account/second-factor", code),
        ("POST", "/account/recovery-codes", release), ("POST", "/account/tokens", token), ("POST", "/accounts", invitation),
        ("POST", "/accounts/1/invitation", release), ("POST", "/accounts/1/roles", role), ("POST", "/accounts/1/disabling", release),
        ("POST", "/accounts/1/enabling", release),
    ]
}
