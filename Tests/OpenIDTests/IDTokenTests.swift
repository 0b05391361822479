import OpenID
import TestIdentityProvider
import Testing

/// Tokens of a provider that does its work, and of all others.
@Suite struct IDTokenTests {
    /// Something that is wrong with a token, and what it is called.
    struct Wrong: Sendable, CustomTestStringConvertible {
        let name: String
        let fault: TokenFault
        let change: @Sendable (inout TestBehaviour) -> Void

        init(_ name: String, _ fault: TokenFault, _ change: @escaping @Sendable (inout TestBehaviour) -> Void) {
            (self.name, self.fault, self.change) = (name, fault, change)
        }

        var testDescription: String { name }
    }

    static let wrong = [
        Wrong("not signed", .algorithm) { $0.algorithm = "none" },
        Wrong("signed by a shared secret", .algorithm) { $0.algorithm = "HS256" },
        Wrong("said to be of another kind of key", .key) { $0.algorithm = "RS256" },
        Wrong("said to be of another curve", .key) { $0.algorithm = "ES384" },
        Wrong("a key that is not published", .key) { $0.published = [.new("key-2")] },
        Wrong("no key at all", .key) { $0.published = [] },
        Wrong("another key by the same name", .signature) { $0.published = [.new("key-1")] },
        Wrong("a token of another purpose", .malformed) { $0.type = "at+jwt" },
        Wrong("another provider", .issuer) { $0.issuer = "https://login.example" },
        Wrong("another audience", .audience) { $0.audience = ["another"] },
        Wrong("one audience of several, for another party", .audience) {
            ($0.audience, $0.authorizedParty) = (["register", "another"], "another")
        },
        Wrong("several audiences and no party", .audience) { $0.audience = ["register", "another"] },
        Wrong("no audience", .audience) { $0.audience = [] },
        Wrong("expired", .expired) { $0.expiresIn = -61 },
        Wrong("made in the future", .issuedAt) { $0.issuedAgo = -120 },
        Wrong("made long ago", .issuedAt) { $0.issuedAgo = 700 },
        Wrong("of another request", .nonce) { $0.nonce = "nonce-b" },
        Wrong("about nobody", .subject) { $0.subject = "" },
        Wrong("a name that is too long", .subject) { $0.subject = String(repeating: "x", count: 256) },
        Wrong("without the time of the proof", .signedInAt) { $0.signedInAgo = nil },
        Wrong("a proof of long ago", .signedInAt) { $0.signedInAgo = 700 },
    ]

    @Test func `a person who signs in is vouched for, by either kind of key`() async throws {
        try await SignInRound.run { round in
            let expected = ProvidedIdentity(issuer: round.test.issuer, subject: "person-1", isTwoFactor: false)
            #expect(try await round.signIn() == expected)
            let key = try TestSigningKey.newRSA("key-2")
            round.test.change { $0.key = key }
            #expect(try await round.signIn() == expected)
        }
    }

    @Test(arguments: wrong) func `a wrong token is refused, and why is said`(_ wrong: Wrong) async throws {
        try await SignInRound.run { round in
            round.test.change(wrong.change)
            await #expect(throws: OpenIDFault.token(wrong.fault)) { try await round.signIn() }
        }
    }

    @Test func `clocks may differ by a minute`() async throws {
        try await SignInRound.run { round in
            round.test.change { ($0.expiresIn, $0.issuedAgo, $0.signedInAgo) = (-59, -60, -60) }
            let person = try await round.signIn()
            #expect(person.subject == "person-1")
        }
    }

    @Test func `the token of one request is none for another`() async throws {
        try await SignInRound.run { round in
            let code = try await round.code(for: SignInRound.request("a"))
            // With the verifier of the first and the nonce of another: the code is good, the token is not.
            let mixed = AuthorizationRequest(state: "", nonce: "nonce-b", codeVerifier: String(repeating: "a", count: 43))
            await #expect(throws: OpenIDFault.token(.nonce)) { try await round.client.identity(byCode: code, answering: mixed) }
        }
    }

    @Test func `the provider's word for a second factor counts only where it is trusted`() async throws {
        try await SignInRound.run { round in
            round.test.change { ($0.methods, $0.strength) = (["pwd", "otp"], "high") }
            let person = try await round.signIn()
            #expect(!person.isTwoFactor)
        }
        try await SignInRound.run(secondFactorValues: ["otp", "urn:two"]) { round in
            let person = try await round.signIn()
            #expect(!person.isTwoFactor)
            round.test.change { $0.methods = ["pwd", "otp"] }
            #expect(try await round.signIn().isTwoFactor)
            round.test.change { ($0.methods, $0.strength) = (["pwd"], "urn:two") }
            #expect(try await round.signIn().isTwoFactor)
            round.test.change { $0.strength = "urn:two:or-less" }
            #expect(try await !round.signIn().isTwoFactor)
        }
    }

    @Test func `a key that the provider has changed is read anew, and only then`() async throws {
        try await SignInRound.run { round in
            for _ in 1...3 { try await round.signIn() }
            #expect(round.test.count(of: "keys") == 1 && round.test.count(of: "description") == 1)
            round.test.change { $0.key = .new("key-2") }
            #expect(try await round.signIn().subject == "person-1")
            #expect(round.test.count(of: "keys") == 2)
        }
    }
}
