import Access
import HTTPSupport
import Incubation
import Values
import Workflow

extension Account: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.member("number", number.rawValue)
        json.member("version", version)
        json.member("login", login)
        json.member("displayName", displayName)
        json.member("state", state.rawValue)
        json.member("duty", duty?.rawValue)
        json.member("hasPassword", hasPassword)
        json.member("hasSecondFactor", hasSecondFactor)
        json.member("createdAt", createdAt)
    }
}

extension AccountFile: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            account.writeMembers(to: &json)
            json.member("recoveryCodesLeft", recoveryCodesLeft)
            json.members("roles", holdings)
            json.members("sessions", sessions)
            json.members("tokens", tokens)
            json.members("identities", identities)
        }
    }
}

extension Holding: JSONWritable {
    func write(to json: inout JSONWriter) {
        let area: AreaCode? = if case .area(let code) = scope { code } else { nil }
        let organization: OrganizationNumber? = if case .organization(let number) = scope { number } else { nil }
        json.object { json in
            json.member("number", number)
            json.member("role", role.rawValue)
            json.member("area", area?.text)
            json.member("organization", organization?.description)
            json.member("nation", scope == .nation)
            json.member("from", from)
            json.member("until", until)
        }
    }
}

extension ApiToken: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("name", name)
            json.member("role", holding)
            json.texts("scopes", scopes)
            json.member("createdAt", createdAt)
            json.member("expiresAt", expiresAt)
            json.member("revokedAt", revokedAt)
            json.member("lastUsedOn", lastUsedOn)
        }
    }
}

extension LinkedIdentity: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("issuer", issuer)
            json.member("subject", subject)
            json.member("linkedAt", linkedAt)
        }
    }
}

/// A token with its secret, which is shown once.
extension NewApiToken: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("token", token)
            json.member("secret", secret.text)
        }
    }
}

/// An account with the invitation to it, which is shown once.
extension Invitation: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account)
            json.member("invitation", token.text)
        }
    }
}

extension OfferSecondFactor.Offer: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("login", login)
            json.member("key", seed.base32)
            json.member("algorithm", seed.algorithm.rawValue)
            json.member("address", address)
        }
    }
}
