/// By which provider people may sign in, and as which client of its the register is known there.
package struct OpenIDSettings: Sendable {
    /// The provider's name for itself, from which its description is read.
    package let issuer: ProviderAddress
    package let client: String
    /// nil for a client that has none; the proof key stands in for it.
    let secret: String?
    /// Where browsers come back; the provider compares it letter by letter.
    package let returnAddress: String
    /// Values of `amr` or `acr` by which the provider says that it asked for a second factor.
    let secondFactorValues: Set<String>

    /// What is wrong with the settings.
    package enum Fault: Error, Hashable, Sendable {
        /// No `https:` address, or one with a query or a fragment.
        case issuer(String)
        /// The client's identifier is empty, or has other characters than printable ASCII.
        case client(String)
        /// The secret is empty, or has other characters than printable ASCII.
        case secret
    }

    /// - Throws: ``Fault``.
    package init(
        issuer: String, client: String, secret: String?, returnAddress: String, secondFactorValues: Set<String> = []
    ) throws(Fault) {
        guard let address = ProviderAddress(issuer), address.canBeIssuer else { throw .issuer(issuer) }
        func isPossible(_ text: String) -> Bool {
            (1...500).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        }
        guard isPossible(client) else { throw .client(client) }
        if let secret, !isPossible(secret) { throw .secret }
        self.issuer = address
        self.client = client
        self.secret = secret
        self.returnAddress = returnAddress
        self.secondFactorValues = secondFactorValues
    }
}

extension OpenIDSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the secret, in case the settings end up in a message.
    package var description: String { "OpenIDSettings(\(issuer.text), \(client))" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
