import Foundation
import OpenID
import TestIdentityProvider
import Testing
import Values

/// What is asked of a provider, and what becomes of answers that are none.
@Suite struct ProviderTests {
    @Test func `a browser is sent with what binds it to the request, and with no secret`() async throws {
        try await SignInRound.run { round in
            let address = try await round.client.address(for: SignInRound.request())
            let items = try #require(URLComponents(string: address)?.queryItems)
            let query = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
            // RFC 7636 by another way: SHA-256 of 43 letters a.
            #expect(query["code_challenge"] == "ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA")
            #expect(query["redirect_uri"] == SignInRound.returnAddress)
            #expect(query["state"] == "state-a" && query["nonce"] == "nonce-a")
            #expect(!address.contains("aaaa") && !address.contains("secret"))
        }
    }

    @Test func `a code counts once, and only with its verifier`() async throws {
        try await SignInRound.run { round in
            let request = SignInRound.request()
            let code = try await round.code(for: request)
            try await #expect(round.client.identity(byCode: code, answering: request).subject == "person-1")
            await #expect(throws: OpenIDFault.codeRefused) { try await round.client.identity(byCode: code, answering: request) }
            let stolen = try await round.code(for: request)
            await #expect(throws: OpenIDFault.codeRefused) {
                try await round.client.identity(byCode: stolen, answering: SignInRound.request("b"))
            }
        }
    }

    @Test func `a provider that fails or is away is told from one that refuses`() async throws {
        try await SignInRound.run { round in
            try await round.signIn()
            round.test.change { $0.failure = 500 }
            await #expect(throws: OpenIDFault.unavailable) { try await round.signIn() }
            round.test.change { $0.failure = 404 }
            await #expect(throws: OpenIDFault.codeRefused) { try await round.signIn() }
        }
        let nobody = try OpenIDSettings(
            issuer: "http://127.0.0.1:9", client: "register", secret: nil, returnAddress: SignInRound.returnAddress)
        await #expect(throws: OpenIDFault.unavailable) {
            try await OpenIDProvider(nobody, now: { SignInRound.now }).address(for: SignInRound.request())
        }
    }

    @Test func `an answer beyond all measure is not read`() async throws {
        try await SignInRound.run { round in
            round.test.change { $0.padding = 300_000 }
            await #expect(throws: OpenIDFault.answer) { try await round.signIn() }
            round.test.change { $0.padding = 100_000 }
            let person = try await round.signIn()
            #expect(person.subject == "person-1")
        }
    }

    @Test func `no redirect is followed`() async throws {
        try await SignInRound.run { round in
            let elsewhere = "\(round.test.issuer)/keys"
            round.test.change { $0.redirect = elsewhere }
            await #expect(throws: OpenIDFault.unavailable) { try await round.signIn() }
            #expect(round.test.count(of: "keys") == 0)
        }
    }

    @Test func `a provider that describes another one is not believed`() async throws {
        try await SignInRound.run { round in
            round.test.change { $0.described = "https://login.example" }
            await #expect(throws: OpenIDFault.description) { try await round.signIn() }
        }
    }

    @Test(arguments: [
        "https://login.example", "https://login.example/realms/city", "https://login.example:8443", "http://127.0.0.1:8080",
        "http://localhost/realm",
    ]) func `an address by TLS or on this machine is one of a provider`(_ text: String) throws {
        #expect(try Self.settings(text).issuer.text == text)
    }

    @Test(arguments: [
        "", "login.example", "http://login.example", "http://127.0.0.1.example", "ftp://login.example", "https://",
        "https://user@login.example", "https://login.example?x=1", "https://login.example#x", "https://login.example/ x",
        "https://login.example\\x", "javascript:alert(1)",
    ]) func `any other address is refused`(_ text: String) {
        #expect(throws: OpenIDSettings.Fault.issuer(text)) { try Self.settings(text) }
    }

    @Test func `a client and a secret have characters that can be seen, and the secret is in no message`() throws {
        #expect(throws: OpenIDSettings.Fault.client("")) { try Self.settings(client: "") }
        #expect(throws: OpenIDSettings.Fault.client("a\nb")) { try Self.settings(client: "a\nb") }
        #expect(throws: OpenIDSettings.Fault.secret) { try Self.settings(secret: "") }
        let settings = try Self.settings(secret: "very secret")
        #expect(!"\(settings)".contains("very") && !String(reflecting: settings).contains("very"))
    }

    private static func settings(
        _ issuer: String = "https://login.example", client: String = "register", secret: String? = nil
    ) throws -> OpenIDSettings {
        try OpenIDSettings(issuer: issuer, client: client, secret: secret, returnAddress: SignInRound.returnAddress)
    }
}
